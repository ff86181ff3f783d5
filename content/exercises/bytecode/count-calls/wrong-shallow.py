# feedback: one call in a function defined inside, two outside it: expected 3, got 2
import dis

def count_calls(function):
    return len([i for i in dis.get_instructions(function) if i.opname == "CALL"])
