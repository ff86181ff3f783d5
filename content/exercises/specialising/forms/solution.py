import dis

def learnt(function):
    written = dis.get_instructions(function)
    now = dis.get_instructions(function, adaptive=True)
    return {b.offset: b.opname for a, b in zip(written, now) if a.opname != b.opname}
