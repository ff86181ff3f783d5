# feedback: warmed up with ints
import dis

def learnt(function):
    written = dis.get_instructions(function)
    return {a.offset: a.opname for a in written if "_ADD_" in a.opname}
