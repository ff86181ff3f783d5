print((1, 2) == (1, 2), (1, 2) == [1, 2], () == ())
print(sorted([(2, "a"), (1, "b"), (1, "a")]), max([(1, 9), (2, 0)]))
d = {(0, 0): "origin", (1, 0): "east"}
print(d[0, 0], d.get((5, 5)), (1, 0) in d)
try:
    {([], 1): 2}
except TypeError as e:
    print(e)
try:
    (1, "a") < (1, 2)
except TypeError as e:
    print(e)
print((1, "a") < (2, 2), (1,) < (1, 0), ((1,),) > ((0, 9),))
