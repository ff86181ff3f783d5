# sys.setprofile: calls of Python and of native functions
import sys
log = []
def prof(frame, event, arg):
    if frame.f_code.co_filename != __file__: return
    a = arg.__name__ if event.startswith('c_') else (arg if isinstance(arg, (int, str, type(None))) else type(arg).__name__)
    log.append(f"{event} {frame.f_code.co_name}:{frame.f_lineno} {a}")
def run(f, *args):
    log.clear()
    sys.setprofile(prof)
    try:
        f(*args)
    except BaseException as e:
        log.append(f'raised {e!r}')
    finally:
        sys.setprofile(None)
    print('==', f.__name__)
    for l in log: print(l)
def a():
    len([1]); 'x'.upper(); [].append(1); sorted([2, 1], key=lambda v: -v)
    int('3'); isinstance(1, int); print(end='')
    str.upper('a'); f = [].append; f(2)
    return sum(x for x in range(2))
run(a)
def b():
    try: int('x')
    except ValueError: pass
    try: len(3)
    except TypeError: pass
    return max(*[1, 2], **{})
run(b)
class C:
    def __init__(self): self.x = 1
    def __len__(self): return 3
    def m(self): return super().__repr__()
    @property
    def p(self): return 1
    @staticmethod
    def s(): return 1
    @classmethod
    def c(cls): return 1
def c():
    o = C(); len(o); o.m(); o.p; o.s(); C.c(); getattr(o, 'p')
    d = {}; d.get(1); d.update(a=1); d.setdefault(1, []).append(2)
    list(map(str, [1])); dict(a=1)
    f = C.m; f(o)
run(c)
def g():
    yield 1
    raise ValueError
def d():
    for x in g(): pass
run(d)
def e():
    next(g()); list(zip([1], [2])); "a".join(["b"]); [*map(len, ['a'])]
    k = {'a': 1}; dict(**k); print(*[], sep='', end='')
run(e)
print(sys.getprofile(), sys.gettrace())
sys.setprofile(prof); print(sys.getprofile() is prof); sys.setprofile(None)
def bad(frame, event, arg): raise RuntimeError('in profiler')
def f(): return 1
try:
    sys.setprofile(bad)
    f()
except RuntimeError as e: print(e)
print(sys.getprofile())
def badt(frame, event, arg): raise RuntimeError('in tracer')
try:
    sys.settrace(badt)
    f()
except RuntimeError as e: print(e)
print(sys.gettrace())
