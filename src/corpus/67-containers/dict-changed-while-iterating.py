for code in r"""
d = {1: 1, 2: 2}; exec("for k in d: d[k + 10] = 0")#: d[k + 10] = 0
d = {1: 1, 2: 2}; it = iter(d); next(it); d[3] = 3; next(it)
d = {1: 1, 2: 2}; it = iter(d.items()); next(it); del d[1]; next(it)
d = {1: 1, 2: 2}; it = iter(d); d[1] = 5; print(list(it))
d = {1: 1, 2: 2}; it = iter(d); next(it); del d[1]; d[9] = 9; print(next(it))
d = {1: 1}; it = iter(d); list(it); d[2] = 2; print(list(it))
s = {1, 2}; it = iter(s); next(it); s.add(9); next(it)
l = [1, 2, 3]; it = iter(l); next(it); l.pop(0); print(next(it), l.append(4), list(it), l.append(5), list(it))
d = {1: 1, 2: 2}; print([d.pop(k) for k in list(d)], d)
d = {i: i for i in range(5)}; it = reversed(d); next(it); d[7] = 1; next(it)
print(iter({1: 2}).__length_hint__(), iter([1, 2]).__length_hint__(), iter({1}).__length_hint__(), iter("ab").__length_hint__(), iter(range(5)).__length_hint__())
""".strip().splitlines():
    print(code)
    try:
        exec(code)
    except Exception as error:
        print("   ", type(error).__name__ + ":", error)
