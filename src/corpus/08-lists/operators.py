print([1, 2] + [3], [0] * 3, 3 * ["a"], [] * 5, [1] * -1, [1, 2] == [1, 2], [1] != [1.0], [1, 2] < [1, 2, 0], [2] > [1, 9])
print(2 in [1, 2], 3 not in [1, 2], [1] in [[1]], len([[], []]), min([3, 1]), max("a", "b"), sum([1, 2], 10))
x = [1, 2]
y = x
x += (3, 4)
print(x, y)
x = x + [5]
print(x, y)
x += "ab"
print(x)
try:
    x = x + (1,)
except TypeError as e:
    print(e)
try:
    x += 5
except TypeError as e:
    print(e)
try:
    [1] < ["a"]
except TypeError as e:
    print(e)
print([1, "a"] == [1, "a"], [1, "a"] < [2, 0])
