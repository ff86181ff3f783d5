def find(items, wanted):
    for i, item in enumerate(items):
        if item == wanted:
            print("found at", i)
            break
    else:
        print("not found")


find("abc", "b")
find("abc", "z")
find("", "z")
for n in range(2, 20):
    for d in range(2, n):
        if n % d == 0:
            break
    else:
        print(n, end=" ")
print()
for x in []:
    pass
else:
    print("empty loop's else")
for i in range(3):
    pass
print("after", i)
try:
    for never in []:
        pass
    print(never)
except NameError as e:
    print(e)
