x = 5
print(1 < x < 10, 1 < x > 3, x in (1, 5) and x not in [2], x is not None)
print(x == 5 in [True], (x == 5) in [True])
print("a" in "cat", "at" in "cat", "" in "cat", "x" not in "cat")
print(None is None, [] is [], "a" == 'a')
print(all([]), any([]), all([1, 2]), any([0, ""]), all(x > 0 for x in (1, 2)), any(x > 1 for x in (1, 2)))
print(1 in [1.0], True in [1], "1" in ["1"], [1] in [[1]], 3 in range(0, 10, 3), 4 in range(0, 10, 3))
