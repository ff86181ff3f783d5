values = [0, 1, -1, 0.0, 0.1, "", " ", "0", [], [0], (), (0,), {}, {0: 0}, set(), {0}, None, True, False, b"", range(0), range(1), object]
for v in values:
    print(repr(v), bool(v), not v)


class Empty:
    def __len__(self):
        return 0


class Never:
    def __bool__(self):
        return False

    def __len__(self):
        return 5


class Odd:
    def __bool__(self):
        return 1


class Negative:
    def __len__(self):
        return -1


print(bool(Empty()), bool(Never()), bool(object()))
for c in (Odd, Negative):
    try:
        bool(c())
    except Exception as e:
        print(type(e).__name__, e)
