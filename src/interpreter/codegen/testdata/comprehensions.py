x = [i for i in range(3)]
y = {i for i in x if i if i > 1}
z = {k: v for k, v in y}
g = (i for i in x)
n = [[j for j in range(i)] for i in x]
def f(a):
    b = [i + a for i in a]
    c = [(lambda: i) for i in a]
    d = [j for i in a for j in [i * 2] if j]
    e = [last := i for i in a]
    i = 5
    h = {i: [k for k in range(i)] for i in a}
    try:
        return [q for q in a]
    finally:
        print(i, last)
class K:
    v = [w for w in (1, 2)]
    u = [v for _ in range(2)]
    t = {(lambda: s)() for s in range(3)}
