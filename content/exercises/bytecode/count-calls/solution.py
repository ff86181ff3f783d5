import dis

def count_calls(function):
    return count_in(function.__code__)

def count_in(code):
    calls = 0
    for instruction in dis.get_instructions(code):
        if instruction.opname == "CALL":
            calls = calls + 1
    for constant in code.co_consts:
        if hasattr(constant, "co_code"):
            calls = calls + count_in(constant)
    return calls
