# Endless recursion through special methods
def attempt(name, f):
    try: r = f(); print(name, 'returned', type(r).__name__)
    except RecursionError as e: print(name, '->', e)
    except BaseException as e: print(name, '!!', type(e).__name__, e)
class A:
    def __add__(self, o): return self + o
    def __repr__(self): return repr(self)
    def __eq__(self, o): return self == o
    def __getattr__(self, n): return getattr(self, n + 'x')
    def __str__(self): return str(self)
    def __hash__(self): return hash(self)
    def __call__(self): return self()
    def __len__(self): return len(self)
    def __bool__(self): return bool(self)
    def __iter__(self): return iter(self)
    def __getitem__(self, i): return self[i]
    def __contains__(self, i): return i in self
    def __lt__(self, o): return self < o
    def __format__(self, s): return format(self, s)
    def __int__(self): return int(self)
    def __index__(self): return self.__index__()
    def __enter__(self):
        with self: pass
    def __exit__(self, *a): pass
    def __setattr__(self, n, v): setattr(self, n, v)
    def __del__(self): pass
    def __neg__(self): return -self
    def __iadd__(self, o): self += o; return self
    def __next__(self): return next(self)
    def __reduce__(self): return self.__reduce__()
a = A()
attempt('add', lambda: a + 1); attempt('repr', lambda: repr(a)); attempt('eq', lambda: a == 1); attempt('getattr', lambda: a.foo)
attempt('str', lambda: str(a)); attempt('hash', lambda: hash(a)); attempt('call', lambda: a()); attempt('len', lambda: len(a)); attempt('bool', lambda: bool(a))
attempt('iter', lambda: iter(a)); attempt('item', lambda: a[0]); attempt('in', lambda: 1 in a); attempt('lt', lambda: a < 1); attempt('format', lambda: format(a, ''))
attempt('fstr', lambda: f'{a}'); attempt('int', lambda: int(a)); attempt('index', lambda: [1][a]); attempt('with', lambda: a.__enter__())
def sa(): a.x = 1
attempt('setattr', sa); attempt('neg', lambda: -a); attempt('next', lambda: next(a))
def ia():
    global a; a += 1
attempt('iadd', ia)
