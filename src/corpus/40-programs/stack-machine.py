class VMError(Exception):
    def __init__(self, message, pc):
        super().__init__(f"pc {pc}: {message}")
        self.pc = pc


class VM:
    def __init__(self, code, trace=False):
        self.code = [line.split() for line in code.strip().splitlines()]
        self.labels = {}
        program = []
        for words in self.code:
            if words[0].endswith(":"):
                self.labels[words[0][:-1]] = len(program)
            else:
                program.append(words)
        self.program = program
        self.stack, self.vars, self.calls = [], {}, []
        self.trace = trace

    def pop(self):
        if not self.stack:
            raise VMError("stack underflow", self.pc)
        return self.stack.pop()

    def run(self, limit=1000):
        self.pc = 0
        steps = 0
        while self.pc < len(self.program):
            steps += 1
            if steps > limit:
                raise VMError("too many steps", self.pc)
            op, *args = self.program[self.pc]
            self.pc += 1
            if self.trace:
                print(f"{self.pc - 1:>3} {op:<6} {' '.join(args):<6} {self.stack}")
            method = getattr(self, "op_" + op, None)
            if method is None:
                raise VMError(f"unknown operation {op}", self.pc - 1)
            if method(*args) == "halt":
                break
        return steps

    def op_push(self, n):
        self.stack.append(int(n))

    def op_add(self):
        b, a = self.pop(), self.pop()
        self.stack.append(a + b)

    def op_sub(self):
        b, a = self.pop(), self.pop()
        self.stack.append(a - b)

    def op_mul(self):
        b, a = self.pop(), self.pop()
        self.stack.append(a * b)

    def op_store(self, name):
        self.vars[name] = self.pop()

    def op_load(self, name):
        self.stack.append(self.vars[name])

    def op_jump(self, label):
        self.pc = self.labels[label]

    def op_jz(self, label):
        if self.pop() == 0:
            self.pc = self.labels[label]

    def op_call(self, label):
        self.calls.append(self.pc)
        self.pc = self.labels[label]

    def op_ret(self):
        self.pc = self.calls.pop()

    def op_print(self):
        print("out:", self.pop())

    def op_halt(self):
        return "halt"


factorial = """
push 6
store n
push 1
store acc
loop:
load n
jz end
load acc
load n
mul
store acc
load n
push 1
sub
store n
jump loop
end:
load acc
print
push 7
call square
print
halt
square:
store x
load x
load x
mul
ret
"""
vm = VM(factorial)
print(vm.run(), vm.vars, vm.labels)
print(VM("push 2\npush 3\nadd\nprint", trace=True).run())
for bad in ("add", "push 1\nfly", "x:\njump x", "load q", "push z"):
    try:
        VM(bad).run(50)
    except VMError as e:
        print("VMError", e, e.pc)
    except (KeyError, ValueError) as e:
        print(type(e).__name__, e)
