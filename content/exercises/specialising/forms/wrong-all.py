# feedback: a cold function
import dis

def learnt(function):
    return {i.offset: i.opname for i in dis.get_instructions(function, adaptive=True)}
