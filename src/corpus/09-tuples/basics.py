t = (1, "two", [3])
print(t, t[0], t[-1], len(t), t + (4,), t * 2, t[1:], 1 in t)
print((1,), (1), (), 1, type((1,)).__name__, type((1)).__name__)
u = 1, 2, 3
print(u, u.index(2), u.count(3), u == (1, 2, 3), u < (1, 3))
t[2].append(4)
print(t)
for f in ("t[0] = 5", "del t[0]", "t.append(1)", "t[5]", "(1, 2).index(3)", "t + [1]", "hash(t)", "t[2] += [9]"):
    try:
        exec(f)
    except Exception as e:
        print(type(e).__name__, e)
print(t)
print(hash((1, 2)) == hash((1, 2)), {(1, 2): "ok"}[1, 2], tuple("ab"), tuple([1]), tuple())
