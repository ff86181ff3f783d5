# Strings: building, joining, methods, formatting, characters one by one.
def build(n):
    text = ""
    for i in range(n):
        text += chr(97 + i % 26)
    return text


def rotate(text):
    out = []
    for c in text:
        if "a" <= c <= "z":
            out.append(chr((ord(c) - 84) % 26 + 97))
        else:
            out.append(c)
    return "".join(out)


def lines(n):
    made = []
    for i in range(n):
        made.append(f"{i:05d}: {i * i} {'even' if i % 2 == 0 else 'odd'}")
    return "\n".join(made)


def fields(text):
    total = 0
    for line in text.split("\n"):
        number, rest = line.split(": ", 1)
        square, word = rest.split()
        total += int(number) + int(square)
        if word.upper().startswith("E") and word.endswith("n"):
            total += len(line.strip().replace("even", "E"))
    return total


text = build(9000)
report = lines(4000)
checksum = (rotate(text)[:20], rotate(rotate(text)) == text, fields(report), "%s-%d" % (report[-5:], len(report)))
