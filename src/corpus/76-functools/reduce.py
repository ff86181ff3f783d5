from functools import reduce

for code in """
reduce(lambda a, b: a + b, [1, 2, 3]), reduce(max, "hello"), reduce(lambda a, b: a * b, [], 5), reduce(lambda a, b: (a, b), "abc"), reduce(lambda a, b: b, [7])
reduce(lambda a, b: a, [])
reduce(5, [1, 2])
reduce(5, [1])
reduce(len, [1, 2])
reduce(max, 5)
reduce(max)
reduce(lambda a, b: a + b, [[1], [2]], [0]), reduce(lambda a, b: a / b, [8, 2, 2])
reduce(lambda a, b: 1 / 0, [1, 2])
reduce(function=max, sequence=[1])
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
