from checking import load, call, instructions, expect, expect_equal

KNOWN = {
    "RESUME", "NOP", "POP_TOP", "LOAD_FAST", "LOAD_FAST_CHECK", "STORE_FAST", "LOAD_CONST", "COPY", "SWAP",
    "UNARY_NEGATIVE", "COMPARE_OP", "POP_JUMP_IF_FALSE", "POP_JUMP_IF_TRUE", "JUMP_FORWARD", "JUMP_BACKWARD",
    "RETURN_VALUE", "RETURN_CONST",
}
OPERATORS = {sign + equals for sign in ("+", "-", "*", "%", "//") for equals in ("", "=")}


def refused(instruction):
    if instruction.opname == "BINARY_OP":
        return instruction.argrepr not in OPERATORS
    if instruction.opname in ("LOAD_CONST", "RETURN_CONST"):
        return type(instruction.argval) is not int
    return instruction.opname not in KNOWN


steps = load().steps
for n, wanted in {1: 0, 2: 1, 3: 7, 6: 8, 27: 111, 97: 118}.items():
    expect_equal(call(steps, n), wanted, f"steps({n})")
found = [f"{i.opname} ({i.argrepr})" if i.argrepr else i.opname for i in instructions(steps) if refused(i)]
expect(not found, "instructions it refuses", "none", ", ".join(found))
