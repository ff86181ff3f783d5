import dis

def run(source, names):
    program = list(dis.get_instructions(compile(source, "small.py", "exec")))
    place = {instruction.offset: i for i, instruction in enumerate(program)}
    stack = []
    pointer = 0
    while True:
        instruction = program[pointer]
        pointer = pointer + 1
        name, value = instruction.opname, instruction.argval
        if name == "LOAD_CONST":
            stack.append(value)
        elif name == "LOAD_NAME":
            stack.append(names[value])
        elif name == "STORE_NAME":
            names[value] = stack.pop()
        elif name == "BINARY_OP":
            right = stack.pop()
            left = stack.pop()
            stack.append(left + right if instruction.argrepr == "+" else left - right)
        elif name == "RETURN_CONST":
            return value
        elif name != "RESUME":
            raise NotImplementedError(name)

names = {"n": 5}
run("n = n + 1", names)
print(names)
