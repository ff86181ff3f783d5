class A: x = 1
print(getattr(A, "x"), getattr(A, "y", 2), hasattr(A(), "x"), isinstance(1, (str, (int, float))), isinstance(True, int), issubclass(bool, (str, int)), isinstance(1, int | str), issubclass(int, int | None), isinstance(None, int | None), callable(A), callable(5), id(A) == id(A), type(5), type(A()).__name__)
for code in ("getattr(5)", "getattr(5, 'x')", "getattr(5, 1)", "isinstance(1, 5)", "isinstance(1, [int])", "issubclass(5, int)", "issubclass(int, 5)", "isinstance(1, list[int])", "isinstance(1, ())", "hasattr(5, 5)", "setattr(5, 'x', 1)", "type(1, 2)", "type('A', (5,), {})", "type('A', 5, {})", "type(5, (), {})", "callable()", "isinstance(1, int | list[int])", "isinstance(1, 'int')", "vars()", "delattr(A, 'nope')"):
    try: r = eval(code); print(code, type(r).__name__ if isinstance(r, dict) else r)
    except Exception as e: print(code, type(e).__name__, e)
class P:
    @property
    def v(self): raise AttributeError("inner")
    @property
    def w(self): raise ValueError("w")
print(hasattr(P(), "v"), getattr(P(), "v", "default"))
try: hasattr(P(), "w")
except ValueError as e: print(e)
