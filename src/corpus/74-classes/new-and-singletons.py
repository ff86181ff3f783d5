class S:
    _i = None
    def __new__(cls, *a):
        if cls._i is None: cls._i = super().__new__(cls); print("made")
        return cls._i
    def __init__(self, v=0): print("init", v); self.v = v
print(S(1) is S(2), S().v)
class T(tuple):
    def __new__(cls, *a): return super().__new__(cls, a)
    def __init__(self, *a): print("tuple init", a)
print(T(1, 2), T())
class I(int):
    def __new__(cls, v, base=10): return super().__new__(cls, v, base) if isinstance(v, str) else super().__new__(cls, v)
print(I("ff", 16), I(5) + 1, type(I(5) + 1).__name__, type(I(5)).__name__, I(5).__class__)
class Other:
    def __new__(cls): return 42
    def __init__(self): print("never")
print(Other())
class Sub(S):
    def __new__(cls): return object.__new__(S)
print(type(Sub()).__name__)
for code in ("object.__new__()", "object.__new__(5)", "object.__new__(int)", "int.__new__(str)", "object(1)", "type.__new__(type)", "S.__new__()", "object().__init__(1)", "tuple.__new__(list)", "type('X', (), {'__init__': lambda s: None})(1)", "type('Y', (), {'__new__': lambda c: object.__new__(c)})(1)"):
    try: print(code, type(eval(code)).__name__)
    except TypeError as e: print(code, "|", e)
