a = [1, 2]
b = (3,)
print([*a, *b], (*a, *b), {*a, *b}, [*a, 0, *"xy"])
print({**{"a": 1}, "b": 2, **{"a": 3}})
print(*a, *b, sep="+")
x = *a, 9
print(x)


def f():
    return *a, *b


print(f(), [*f()], max(*a, *b))
for v in *a, *b:
    print(v, end=" ")
print()
print({**{}, **{"k": None}}, [*[]], (*(),))
