import sys
print(__name__, __spec__, __package__, __doc__, __builtins__.__name__, sys.modules["__main__"].__dict__ is globals(), "__file__" in globals())
if __name__ == "__main__": print("main")
try: import tomllib
except ImportError: print("no tomllib")
else: print(tomllib.loads("a = 1\n[b]\nc = [1, 'x']\nd = 2024-01-02"))
try: tomllib.loads("a = ")
except tomllib.TOMLDecodeError as e: print(e)
def f():
    import math as m, json
    from os import path
    return m.pi > 3, json.__name__, path.sep, sorted(locals())
print(f())
class C:
    import string
    digits = string.digits
print(C.digits, C.string.__name__)
for _ in range(2): import sys as again
print(again is sys)
