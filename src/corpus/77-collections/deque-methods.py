from collections import deque
d = deque("abc", maxlen=4); d.append("d"); d.append("e"); d.appendleft("z"); print(d, d.maxlen, len(d))
d = deque([1, 2, 3, 4]); d.rotate(1); print(d); d.rotate(-2); print(d); d.rotate(100); print(d)
d.extend("xy"); d.extendleft("pq"); print(d, d.pop(), d.popleft(), d.count(1), d.index(2)); d.remove(3); d.insert(1, "i"); d.reverse(); print(d, d[0], d[-1])
d[1] = "new"; del d[0]; print(d, d.copy() == d, d + deque([9]), deque([1]) * 3, 2 * deque("a"))
for code in ("deque().pop()", "deque([1])[5]", "deque([1]).remove(2)", "deque([1]).index(3)", "deque([1], -1)", "deque([1], 'a')", "deque(5)", "deque([1])[0:1]", "deque([1, 2], 2).insert(0, 5)", "deque([1]) + [2]", "deque().rotate('x')", "hash(deque())"):
    try: print(eval(code))
    except Exception as e: print(code, type(e).__name__, e)
d = deque([1, 2, 3])
try:
    for x in d: d.append(x)
except RuntimeError as e: print(e)
print(deque([1, 2]) < deque([1, 3]), deque([1]) == [1], deque(deque("ab"), 1), list(reversed(deque("abc"))), deque([deque()]), deque(maxlen=0))
