print(list(), list("abc"), list((1, 2)), list(range(3)), list({"a": 1, "b": 2}), list({3}), list(x for x in "xy"))
print(list(enumerate("ab", 1)), list(zip([1, 2], "ab")), list(map(str, [1, 2])), list(reversed([1, 2, 3])))
print([*range(3), *"ab", *[]], [*{}], list(list([1])))
for bad in (5, None, 1.5):
    try:
        list(bad)
    except TypeError as e:
        print(e)
try:
    list(1, 2)
except TypeError as e:
    print(e)
try:
    list(x=1)
except TypeError as e:
    print(e)
