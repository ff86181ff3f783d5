import dis

from checking import load, call, expect, expect_equal

mean = load().mean
for numbers, wanted in (([1.5], 1.5), ([1.5, 2.5], 2.0), ([0.25, 0.5, 0.75, 0.5], 0.5)):
    expect_equal(call(mean, numbers), wanted, f"mean({numbers})")
for _ in range(100):
    call(mean, [2.5])
forms = [
    i.opname
    for i, plain in zip(dis.get_instructions(mean, adaptive=True), dis.get_instructions(mean))
    if plain.opname == "BINARY_OP" and plain.argrepr in ("+", "+=")
]
expect(forms, "there is an addition in the loop", "BINARY_OP (+=)", "none")
got = ", ".join(sorted(set(forms)))
expect(got == "BINARY_OP_ADD_FLOAT", "the additions after a hundred calls", "BINARY_OP_ADD_FLOAT", got)
