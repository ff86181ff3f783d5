n = 3
g = (n * i for i in range(n))
n = 10
print(list(g))
fs = [lambda: i for i in range(3)]; print([f() for f in fs])
gs = ((lambda: i) for i in range(3)); print([f() for f in gs])
hs = list((lambda: i) for i in range(3)); print([f() for f in hs])
class C:
    k = 2
    try: v = list(k * i for i in range(k))
    except NameError as e: print(e)
    w = [i for i in range(k)]
print(C.w, sum(i for i in range(5)), max((len(s), s) for s in ["a", "bbb"]))
try: (x for x in 5)
except TypeError as e: print(e)
g = (print("body", x) for x in (print("source") or [1])); print("made"); list(g)
