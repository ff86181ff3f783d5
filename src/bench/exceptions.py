# Exceptions: raised and caught near and far, finally, with, by the interpreter itself.
class Odd(ValueError):
    def __init__(self, number):
        super().__init__(number)
        self.number = number


def check(n):
    if n % 2:
        raise Odd(n)
    return n


def deep(n, level):
    if level:
        return deep(n, level - 1)
    return check(n)


class Guard:
    def __init__(self):
        self.left = 0

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        self.left += 1
        return kind is KeyError


def main():
    total = 0
    guard = Guard()
    table = {"a": 1}
    for i in range(5000):
        try:
            total += check(i)
        except Odd as error:
            total -= error.number
        finally:
            total += 1
        try:
            table["b"]
        except (IndexError, KeyError):
            total += 2
        with guard:
            if i % 3 == 0:
                raise KeyError(i)
        if i % 5 == 0:
            try:
                deep(i, 6)
            except ValueError:
                total += 5
    return total, guard.left


checksum = main()
