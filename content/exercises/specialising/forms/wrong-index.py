# feedback: warmed up with ints
import dis

def learnt(function):
    written = dis.get_instructions(function)
    now = dis.get_instructions(function, adaptive=True)
    return {n: b.opname for n, (a, b) in enumerate(zip(written, now)) if a.opname != b.opname}
