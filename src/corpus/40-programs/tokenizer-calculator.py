class CalcError(Exception):
    pass


def tokens(text):
    i = 0
    while i < len(text):
        c = text[i]
        if c.isspace():
            i += 1
        elif c.isdigit() or c == ".":
            j = i
            while j < len(text) and (text[j].isdigit() or text[j] == "."):
                j += 1
            word = text[i:j]
            yield "num", float(word) if "." in word else int(word)
            i = j
        elif c.isalpha():
            j = i
            while j < len(text) and text[j].isalnum():
                j += 1
            yield "name", text[i:j]
            i = j
        elif text[i:i + 2] == "**":
            yield "op", "**"
            i += 2
        elif c in "+-*/()=,%":
            yield "op", c
            i += 1
        else:
            raise CalcError(f"unexpected {c!r} at {i}")
    yield "end", None


class Parser:
    def __init__(self, text, names):
        self.stream = list(tokens(text))
        self.pos = 0
        self.names = names

    def peek(self):
        return self.stream[self.pos]

    def take(self, value=None):
        token = self.stream[self.pos]
        if value is not None and token[1] != value:
            raise CalcError(f"expected {value!r}, got {token[1]!r}")
        self.pos += 1
        return token

    def statement(self):
        if self.peek()[0] == "name" and self.stream[self.pos + 1] == ("op", "="):
            name = self.take()[1]
            self.take("=")
            self.names[name] = result = self.sum()
        else:
            result = self.sum()
        if self.peek()[0] != "end":
            raise CalcError(f"left over: {self.peek()[1]!r}")
        return result

    def sum(self):
        value = self.product()
        while self.peek()[1] in ("+", "-"):
            value = value + self.product() if self.take()[1] == "+" else value - self.product()
        return value

    def product(self):
        value = self.unary()
        while self.peek()[1] in ("*", "/", "%"):
            op = self.take()[1]
            right = self.unary()
            try:
                value = {"*": lambda a, b: a * b, "/": lambda a, b: a / b, "%": lambda a, b: a % b}[op](value, right)
            except ZeroDivisionError:
                raise CalcError("division by zero") from None
        return value

    def unary(self):
        if self.peek()[1] == "-":
            self.take()
            return -self.unary()
        return self.power()

    def power(self):
        base = self.atom()
        if self.peek()[1] == "**":
            self.take()
            return base ** self.unary()
        return base

    def atom(self):
        kind, value = self.take()
        if kind == "num":
            return value
        if value == "(":
            inner = self.sum()
            self.take(")")
            return inner
        if kind == "name":
            if self.peek()[1] == "(":
                self.take()
                args = [self.sum()]
                while self.peek()[1] == ",":
                    self.take()
                    args.append(self.sum())
                self.take(")")
                functions = {"max": max, "min": min, "abs": abs, "sqrt": lambda x: x ** 0.5}
                if value not in functions:
                    raise CalcError(f"no function {value}")
                return functions[value](*args)
            if value in self.names:
                return self.names[value]
            raise CalcError(f"no name {value}")
        raise CalcError(f"unexpected {value!r}")


names = {"pi": 3.14159}
for line in ("1 + 2 * 3", "(1 + 2) * 3", "-2 ** 2", "2 ** 3 ** 2", "x = 10 % 4", "x * pi", "max(1, x, 3) + min(5, 4)", "sqrt(16) / 0", "1 +", "y", "2 $ 3", "(1", "1 2", "f(1)", "abs(-7.5)", "big = 2 ** 64", "big + x"):
    try:
        print(f"{line:28}", Parser(line, names).statement())
    except CalcError as e:
        print(f"{line:28} error: {e}")
print(names)
