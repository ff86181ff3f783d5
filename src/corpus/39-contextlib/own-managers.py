import time


class Timer:
    def __enter__(self):
        self.start = time.perf_counter()
        return self

    def __exit__(self, *exc):
        self.elapsed = time.perf_counter() - self.start
        return False


with Timer() as t:
    sum(range(1000))
print(t.elapsed >= 0)


class Transaction:
    def __init__(self, data):
        self.data = data

    def __enter__(self):
        self.copy = dict(self.data)
        return self.data

    def __exit__(self, kind, value, tb):
        if kind is not None:
            self.data.clear()
            self.data.update(self.copy)
            print("rolled back:", value)
            return issubclass(kind, ValueError)
        print("committed")


bank = {"a": 10}
with Transaction(bank) as b:
    b["a"] -= 5
with Transaction(bank) as b:
    b["a"] -= 100
    if b["a"] < 0:
        raise ValueError("overdrawn")
print(bank)


class Indent:
    level = 0

    def __enter__(self):
        Indent.level += 1
        return self

    def __exit__(self, *a):
        Indent.level -= 1

    def print(self, text):
        print("  " * self.level + text)


with Indent() as out:
    out.print("one")
    with out:
        out.print("two")
    out.print("one again")
