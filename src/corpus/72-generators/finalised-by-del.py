def g(n):
    try:
        while True: yield n
    finally: print("finally", n)
it = g(1); next(it); del it
it = g(2); next(it); it = None
print("unstarted"); g(3)
def f():
    for v in g(4): return v
print(f())
a, b = g(5), g(6); next(a); next(b); del b; del a
def h():
    try: yield
    except GeneratorExit: print("exit"); raise
x = h(); next(x); del x; print("end")
