# feedback: one call, two functions deep: expected 1, got 0
import dis

def count_calls(function):
    codes = [function.__code__]
    for constant in function.__code__.co_consts:
        if hasattr(constant, "co_code"):
            codes.append(constant)
    return sum(i.opname == "CALL" for code in codes for i in dis.get_instructions(code))
