from collections import deque
def f(v):
    match v:
        case []: return "empty"
        case [x]: return ("one", x)
        case [1, *rest]: return ("starts with 1", rest)
        case [*init, 9]: return ("ends with 9", init)
        case (a, b): return ("two", a, b)
        case [a, *_, b]: return ("ends", a, b)
for v in ([], (), [5], (1,), [1, 2, 3], [4, 9], (7, 8), range(3), deque([3, 4, 5]), "ab", b"ab", bytearray(b"ab"), {1, 2}, {"a": 1}, iter([1]), memoryview(b"ab"), None):
    print(type(v).__name__, f(v))
