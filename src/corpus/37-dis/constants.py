# oracle: dis
if 0:
    print("never compiled")
while 0:
    print("never either")
if "text":
    print("always")
day = 24 * 60 * 60
big = 2 ** 100
t = (1, 2, (3, "x")) + ()
neg = -1
mixed = 1.0, 1, True, None, ...
s = "ab" "cd" + "ef"
f = not True
print(day, big, t, neg, mixed, s, f, 3 in (1, 2, 3), 3 in [1, 2, 3], 5 in {5, 6})
for v in [1, 2]:
    pass
print(1 if True else 2, __debug__)
assert True
