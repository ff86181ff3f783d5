import inspect
def f(a, b: int = 1, /, c=2, *args: str, d, e=5, **kw) -> float: "doc"; return 1.0
s = inspect.signature(f); print(s, list(s.parameters), s.return_annotation, s.parameters["b"].kind.name, s.parameters["d"].default is inspect.Parameter.empty, repr(s.parameters["args"]))
b = s.bind(1, 2, 3, 4, d=5, z=6); print(b.arguments, b.args, b.kwargs); b2 = s.bind_partial(1); b2.apply_defaults(); print(b2.arguments)
for a, k in (((), {}), ((1,), {}), ((1,), {"d": 1, "b": 2})):
    try: s.bind(*a, **k); print("ok")
    except TypeError as e: print(e)
class C:
    def __init__(self, x, *, y=2): pass
    def m(self, z): pass
    @staticmethod
    def st(q): pass
    @classmethod
    def cl(cls, r=len): pass
import functools
print(inspect.signature(C), inspect.signature(C.m), inspect.signature(C(1).m), inspect.signature(C.st), inspect.signature(C.cl), inspect.signature(functools.partial(f, 1, d=3)), inspect.signature(lambda *a, b=None: 0), inspect.signature(len), inspect.signature(print), inspect.signature(sorted))
for bad in (5, int, type):
    try: print(inspect.signature(bad))
    except (TypeError, ValueError) as e: print(type(e).__name__, e)
print(inspect.isfunction(f), inspect.ismethod(C(1).m), inspect.isclass(C), inspect.isbuiltin(len), inspect.isgeneratorfunction(lambda: (yield)), inspect.getdoc(f), inspect.cleandoc("  a\n    b\n   c"), inspect.getfullargspec(f)[:4], inspect.getmro(bool), inspect.isabstract(C), inspect.unwrap(f) is f, [n for n, _ in inspect.getmembers(C, inspect.isfunction)], inspect.getattr_static(C, "cl").__class__.__name__)
print(s.replace(return_annotation=int), inspect.Signature([inspect.Parameter("p", inspect.Parameter.KEYWORD_ONLY, default=3)]), inspect.currentframe().f_code.co_name, inspect.getclosurevars(f).unbound, inspect.getcallargs(lambda a, b=2: 0, 1))
