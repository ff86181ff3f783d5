class Boom:
    def __init__(self, where):
        self.where = where

    def __getattr__(self, n):
        raise KeyError(f"getattr {n}")

    def __bool__(self):
        raise ValueError("bool")

    def __eq__(self, o):
        raise ValueError("eq")

    def __hash__(self):
        raise ValueError("hash")

    def __iter__(self):
        raise ValueError("iter")

    def __str__(self):
        raise ValueError("str")

    def __len__(self):
        raise ValueError("len")


b = Boom(1)


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


attempt(lambda: b.x)
attempt(lambda: hasattr(b, "x"))
attempt(lambda: not b)
attempt(lambda: 1 if b else 2)
attempt(lambda: b == 1)
attempt(lambda: b in [1])
attempt(lambda: {b: 1})
attempt(lambda: list(b))
attempt(lambda: f"{b}")
attempt(lambda: print(b))
attempt(lambda: len(b))
attempt(lambda: [1, b].index(2))
attempt(lambda: sorted([2, 1], key=lambda v: v.nope))
attempt(lambda: list(map(lambda v: 1 / v, [1, 0])))
attempt(lambda: max([1, "a"]))
attempt(lambda: sum(["a"]))
attempt(lambda: b and 1)
attempt(lambda: getattr(b, "x", "default"))
