# oracle: dis
class M:
    def __enter__(self):
        return self

    def __exit__(self, *a):
        return True


def f(m):
    with m as x, M():
        assert x, "message"
        1 / 0
    return "after"


print(f(M()))
