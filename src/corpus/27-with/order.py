log = []


class T:
    def __init__(self, n):
        self.n = n
        log.append(f"made {n}")

    def __enter__(self):
        log.append(f"enter {self.n}")
        return self

    def __exit__(self, *exc):
        log.append(f"exit {self.n} {exc[0].__name__ if exc[0] else None}")
        if self.n == 2:
            return True


with T(1), T(2), T(3):
    raise ValueError
print(log)
log.clear()


def g():
    with T(4):
        yield 1
        yield 2


for v in g():
    log.append(v)
    break
print(log)
log.clear()


def nested():
    try:
        with T(5):
            return "value"
    finally:
        log.append("finally")


print(nested(), log)
