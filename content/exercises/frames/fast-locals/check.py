from checking import load, call, instructions, expect, expect_equal

TEXT = "the quick brown fox jumps over the lazy dog"
answer = load()
expect_equal(call(answer.count_words, TEXT), 5, f"count_words({TEXT!r})")
expect_equal(call(answer.count_words, ""), 0, "count_words('')")
answer.count_words.__globals__["SHORTEST"] = 6
expect_equal(call(answer.count_words, TEXT), 0, "with SHORTEST = 6")
inside = False
seen = False
found = []
for instruction in instructions(answer.count_words):
    if instruction.opname == "FOR_ITER":
        inside = seen = True
    elif instruction.opname == "END_FOR":
        inside = False
    elif inside and instruction.opname == "LOAD_GLOBAL":
        found.append(instruction.argval)
expect(seen, "there is a loop in count_words", "FOR_ITER", "none")
expect(not found, "global names in the loop", "none", ", ".join(found))
