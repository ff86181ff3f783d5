# feedback: names after 'if n > 3:;     big = 1', starting from {'n': 5}
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
        elif name == "COMPARE_OP":
            left = stack.pop()
            right = stack.pop()
            stack.append({"<": left < right, ">": left > right, "==": left == right}[value])
        elif name == "POP_JUMP_IF_FALSE":
            if not stack.pop():
                pointer = place[value]
        elif name == "JUMP_BACKWARD":
            pointer = place[value]
        elif name == "RETURN_CONST":
            return value
