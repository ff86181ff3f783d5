import dis


def add(a, b):
    return a + b


dis.dis(add)
dis.dis("x = 1\ny = x + 2")
print([i.opname for i in dis.get_instructions(add)], dis.opname[100], dis.opmap["LOAD_CONST"], dis.stack_effect(dis.opmap["POP_TOP"]))
print(dis.code_info(add).splitlines()[0], add.__code__.co_stacksize, add.__code__.co_code.hex(), add.__code__.co_consts)
