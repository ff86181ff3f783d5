# inspect: signatures, sources, members, frames, and what kind of thing something is.
import functools
import inspect


def f(a, /, b: int, c=3, *args: str, d, e: "x" = 5, **kw) -> list:
    """Doc of f.

        indented
    """
    # a comment
    return [a,
            b]


class Base:
    """Base doc."""

    def method(self, x=1):
        """Method doc."""

    @classmethod
    def cm(cls, y): pass

    @staticmethod
    def sm(z): pass

    @property
    def prop(self):
        """Prop doc."""
        return 1


class Derived(Base):
    class_attr = 5

    def __init__(self, p, *, q=None):
        self.inst = p

    def method(self, x=1):
        return lambda u, v=2: u

    def __call__(self, called): pass


async def co(): pass
async def agen(): yield
def gen(): yield


partial = functools.partial(f, 1, e=2)


@functools.wraps(f)
def wrapped(*args, **kwargs): pass


for o in (f, Base.method, Base().method, Base.cm, Base.sm, Derived, Derived(1), partial, wrapped, lambda x, *, y: 1, len, print, int, dict.get, isinstance, str.join, type):
    try:
        print(getattr(o, '__qualname__', o if not callable(o) or o is partial else type(o).__name__) if o is not partial else 'partial', inspect.signature(o))
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
s = inspect.signature(f)
for p in s.parameters.values():
    print(p.name, p.kind, p.kind.description, p.default is p.empty or p.default, p.annotation, p, repr(p))
print(s.return_annotation, s == inspect.signature(f), hash(s) == hash(inspect.signature(f)), s.replace(return_annotation=int))
b = s.bind(1, 2, 3, 4, 5, d=6, z=7)
print(b, b.args, b.kwargs, b.arguments)
b = s.bind_partial(1)
b.apply_defaults()
print(b.arguments)
for args, kw in (((), {}), ((1,), {}), ((1, 2), {}), ((1, 2), {'d': 1, 'b': 3}), ((), {'a': 1})):
    try:
        s.bind(*args, **kw)
    except TypeError as e:
        print(e)
try:
    inspect.Parameter('x y', inspect.Parameter.KEYWORD_ONLY)
except ValueError as e:
    print(e)
try:
    inspect.Signature([inspect.Parameter('a', inspect.Parameter.KEYWORD_ONLY), inspect.Parameter('b', inspect.Parameter.POSITIONAL_ONLY)])
except ValueError as e:
    print(e)
print(inspect.getfullargspec(f))
print(inspect.getsource(f))
print(inspect.getsource(Derived.method), inspect.getsourcelines(Base.cm), inspect.getsource(Base))
print(inspect.getsource(partial.func) == inspect.getsource(f), inspect.getsource((lambda q: q)))
print(inspect.getdoc(f), inspect.getdoc(Derived.method), inspect.getdoc(Base.prop), inspect.getcomments(f), inspect.cleandoc('  a\n    b\n  '))
print([n for n, v in inspect.getmembers(Derived, inspect.isfunction)])
print([n for n, v in inspect.getmembers(Derived(1)) if not n.startswith('__')])
print([(a.name, a.kind, a.defining_class.__name__) for a in inspect.classify_class_attrs(Derived) if not a.name.startswith('__')])
for o in (f, Base, Base().method, len, gen, gen(), co, agen, Base.prop, inspect, str.join, 5, f.__code__, partial):
    print([n for n in ('ismodule', 'isclass', 'ismethod', 'isfunction', 'isgeneratorfunction', 'isgenerator', 'iscoroutinefunction', 'isasyncgenfunction', 'isbuiltin', 'isroutine', 'ismethoddescriptor', 'isdatadescriptor', 'iscode', 'isabstract', 'isawaitable', 'istraceback', 'isframe') if getattr(inspect, n)(o)])
print(inspect.getmro(Derived), inspect.getmodule(f).__name__, inspect.getfile(f).endswith('main.py'), inspect.getsourcefile(Base).endswith('main.py'), inspect.getmodulename('a/b.py'))
print(inspect.getclosurevars(lambda: f), inspect.unwrap(wrapped) is f)


def caller():
    fr = inspect.currentframe()
    info = inspect.getframeinfo(fr)
    print(info.function, info.lineno, info.code_context, info.index, fr.f_back.f_code.co_name)
    print(inspect.getargvalues(fr), [x.function for x in inspect.stack()])


caller()
g = gen()
print(inspect.getgeneratorstate(g), next(g), inspect.getgeneratorstate(g), inspect.getgeneratorlocals(g))
c = co()
print(inspect.getcoroutinestate(c))
c.close()
print(inspect.getcallargs(f, 1, 2, d=3), inspect.formatannotation(list), inspect.indentsize('   \tx'))
print(inspect.getattr_static(Derived, 'prop') is Base.__dict__['prop'], inspect.get_annotations(f), inspect.getclasstree([Base, Derived]))
try:
    inspect.getsource(int)
except TypeError as e:
    print(e)
try:
    inspect.signature(5)
except TypeError as e:
    print(e)
try:
    raise ValueError
except ValueError as e:
    print([x.function for x in inspect.trace()])
