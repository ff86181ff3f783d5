for code in """
t = (1, 2, 1, 3); print(t.index(1, 1), t.count(1), t[1:3], t[::-1], t + (4,), t * 2)
(1,).index(2)
(1,).index(1, 1)
(1, 2)[0] = 5
del (1, 2)[0]
t = (1, [2]); t[1] += [3]
t = (1, [2]); t[1].append(3); print(t)
(1,) + [2]
print((1, 2) < (1, 3), (1,) < (1, 0), () < (0,), (1, 2) == [1, 2], (1, "a") == (1.0, "a"))
(1, 2) < (1, "a")
print(tuple("ab"), tuple(), tuple({1: 2}), tuple([]) is tuple(()), (1, 2).__getnewargs__())
tuple(5)
tuple(1, 2)
hash(([],))
print(hash((1, 2)) == hash((1.0, True + 1)), {(1, 2): 3}[1, 2], ((),), (1,), ((1, 2), 3))
t = (1, 2); t += (3,); print(t)
t = (1,); t.append(2)
""".strip().splitlines():
    print(code)
    try:
        exec(code)
    except Exception as error:
        print("   ", type(error).__name__ + ":", error)
