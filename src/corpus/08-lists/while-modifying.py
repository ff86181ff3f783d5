li = [1, 2, 3, 4, 5, 6]
for x in li:
    if x % 2 == 0:
        li.remove(x)
print(li)
li = [1, 2, 3]
for x in li:
    if len(li) < 8:
        li.append(x * 10)
print(li)
for x in li[:]:
    if x > 5:
        li.remove(x)
print(li)
it = iter(li)
next(it)
li.clear()
print(list(it), next(it, "done"))
