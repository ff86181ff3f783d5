for i in range(3):
    if i == 5: break
else: print("no break", i)
while i: i -= 1
else: print("while else", i)
for i in []: pass
else: print("empty else")
def f():
    for i in range(3):
        try:
            if i == 1: continue
            if i == 2: return "returned"
        finally: print("finally", i)
print(f())
def g():
    while True:
        try: break
        finally: print("cleanup")
    try: return "try"
    finally: print("last")
print(g())
def h():
    for i in range(2):
        try: 1 / 0
        except ZeroDivisionError: continue
        finally: print("f", i)
    return "end"
print(h())
def k():
    try: return "a"
    finally: return "b"
def m():
    while True:
        try: raise ValueError
        finally: break
    return "swallowed"
print(k(), m())
n = 0
while n < 10:
    n += 1
    if n % 2: continue
    for c in "ab":
        if c == "b": break
        print(n, c, end=" ")
    if n > 5: break
else: print("never")
print(); l = [1, 2, 3, 4]
for x in l:
    if x % 2: l.remove(x)
print(l, x); del x
try: x
except NameError as e: print(e)
