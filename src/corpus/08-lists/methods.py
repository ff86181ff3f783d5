li = [3, 1, 2]
li.append(4)
li.extend([5, 6])
li.extend("ab")
li.insert(0, "first")
li.insert(100, "end")
li.insert(-1, "before end")
print(li, len(li))
print(li.pop(), li.pop(0), li)
li.remove("a")
print(li.index(2), li.count(1), li.index(5, 2), 5 in li)
li.reverse()
print(li, li.copy() == li, li.copy() is li)
del li[0], li[0]
print(li)
li.sort()
print(li, li.sort(), li.append(0))
li.clear()
print(li)
for f in (lambda: [].pop(), lambda: [1].pop(5), lambda: [1].remove(2), lambda: [1].index(2), lambda: [1].append(), lambda: [1].append(1, 2),
          lambda: [1].extend(5), lambda: [1].insert("a", 1), lambda: [1].pop("x"), lambda: [1].nope):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
