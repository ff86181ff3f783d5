x = "outer"
print([x for x in range(3)], x)
print({x: y for x, y in [(1, 2)]}, x)
try:
    print([a for a in range(3)], a)
except NameError as e:
    print(e)


def f():
    k = 10
    return [k + i for i in range(3)], [lambda: i for i in range(2)][0](), [[j for j in range(i)] for i in range(3)]


print(f())


class C:
    n = 3
    items = [i for i in range(n)]
    try:
        bad = [n for i in range(2)]
    except NameError as e:
        print("class:", e)


print(C.items)
print([y := i for i in range(3)], y)
z = 1
print([z for z in [z, z + 1]], z)
