# Containers that contain themselves, and what nests too deep
import copy, functools, json, sys
def attempt(name, f):
    try: r = f(); print(name, 'returned', type(r).__name__)
    except RecursionError as e: print(name, '->', e)
    except BaseException as e: print(name, '!!', type(e).__name__, e)
l = []; l.append(l)
attempt('selfrepr', lambda: print(repr(l)))
b = []; b.append(b)
attempt('selfeq', lambda: l == b)
d = {}; d['d'] = d; d2 = {}; d2['d'] = d2
attempt('dicteq', lambda: d == d2); attempt('jsonself', lambda: json.dumps(l))
attempt('deepcopy', lambda: copy.deepcopy(functools.reduce(lambda a, _: [a], range(2000), [])))
class S:
    def __str__(self): return '%s' % self
attempt('percent', lambda: str(S()))
attempt('try', lambda: tr())
def tr():
    try: tr()
    finally: pass
def fin():
    try: return fin()
    except RecursionError: return fin2()
def fin2(): return 'ok'
attempt('handled', lambda: fin())
class IC(type):
    def __instancecheck__(cls, o): return isinstance(o, cls)
class Ic(metaclass=IC): pass
attempt('isinstance', lambda: isinstance(1, Ic))
def lam(f): return f(f)
attempt('lambda', lambda: (lambda f: f(f))(lambda f: f(f)))
attempt('import', lambda: __import__('json').dumps(1))
