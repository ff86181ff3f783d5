from checking import load, instructions, expect


def original(words):
    best = ""
    for word in words:
        if len(word) > len(best):
            best = word
    return best


def listing(function):
    lines = []
    for instruction in instructions(function):
        meaning = instruction.argrepr
        if not meaning or meaning.startswith("to "):
            lines.append(instruction.opname)
        else:
            lines.append(f"{instruction.opname} ({meaning})")
    return lines


wanted = listing(original)
found = listing(load().pick)
for number, (right, got) in enumerate(zip(wanted, found), 1):
    if right != got:
        expect(False, f"instruction {number}", right, got)
expect(len(found) == len(wanted), "number of instructions", len(wanted), len(found))
targets = [i.argval for i in instructions(original) if i.argrepr.startswith("to ")]
jumps = [i.argval for i in instructions(load().pick) if i.argrepr.startswith("to ")]
expect(jumps == targets, "all jumps lead to the right places")
