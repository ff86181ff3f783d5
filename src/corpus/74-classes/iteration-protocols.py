class Seq:
    def __getitem__(self, i):
        if i > 3: raise IndexError
        return i * i
print(list(Seq()), 4 in Seq(), [*Seq()], max(Seq()), list(zip(Seq(), "ab")), dict(enumerate(Seq())))
for f in (reversed, len, iter):
    try: print(f.__name__, type(f(Seq())).__name__)
    except TypeError as e: print(e)
class Stop(Seq):
    def __getitem__(self, i):
        if i == 2: raise StopIteration
        return i
print(list(Stop()))
class Both(Seq):
    def __len__(self): return 4
print(list(reversed(Both())))
class NoIter: __iter__ = None
class NoContains:
    __contains__ = None
    def __iter__(self): return iter([1])
class NoRev: __reversed__ = None
for code in ("iter(NoIter())", "1 in NoIter()", "1 in NoContains()", "list(NoContains())", "reversed(NoRev())", "[*5]", "a, b = NoIter()", "dict([1])", "dict([(1, 2, 3)])", "set([[]])"):
    try: exec(f"print({code})" if "=" not in code else code)
    except TypeError as e: print(code, "|", e)
    except ValueError as e: print(code, "|", e)
