from collections import deque
d = deque([1, 2, 3])
d.append(4)
d.appendleft(0)
d.extend([5, 6])
d.extendleft([-1, -2])
print(d, len(d), d[0], d[-1], d.pop(), d.popleft(), d)
d.rotate(2)
print(d)
d.rotate(-1)
print(d, 3 in d, d.index(3), d.count(3), list(reversed(d)))
d.insert(1, "i")
d.remove(3)
d[0] = "first"
del d[1]
print(d, d.copy() == d)
recent = deque(maxlen=3)
for i in range(5):
    recent.append(i)
    print(list(recent), end=" ")
print(recent, recent.maxlen)
d.clear()
d.reverse()
print(d, bool(d), deque("ab") + deque("c"), deque([1]) * 3, deque([1, 2]) < deque([1, 3]), deque([[]]))
for f in (lambda: d.pop(), lambda: d.popleft(), lambda: deque([1])[5], lambda: deque([1]).remove(9), lambda: deque([1, 2])[0:1], lambda: hash(deque()), lambda: deque([1], maxlen=1).insert(0, 5), lambda: deque(maxlen=-1), lambda: deque(5)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
d = deque([1, 2])
try:
    for x in d:
        d.append(x)
except RuntimeError as e:
    print(e)
