def f(v):
    match v:
        case [a, b, *c, d, e]: return a, b, c, d, e
        case [a, *b]: return a, b
        case _: return "none"
for n in range(7): print(n, f(list(range(n))))
class S(list):
    def __len__(self): print("len"); return super().__len__()
print(f(S([1, 2, 3])))
