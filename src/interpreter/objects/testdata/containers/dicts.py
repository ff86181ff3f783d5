def ev(src, **ns):
    try: r = eval(src, ns)
    except BaseException as e: print(src, '->', type(e).__name__, *map(repr, e.args))
    else: print(src, '->', repr(r))
def x(src, **ns):
    try: exec(src, ns)
    except BaseException as e: print(src, '->', type(e).__name__, *map(repr, e.args))
    else: print(src, '->', {k: v for k, v in ns.items() if k != '__builtins__'})
for s in ['{}["a"]', '{1:2}[(1,2)]', '{}[[]]', '{"a":1}["a"]', '{1:1}[True]', '{1:1}[1.0]', 'dict(a=1, b=2)', 'dict([(1,2),(3,4)])', 'dict({1:2}, a=3)', 'dict(1)', 'dict([1])', 'dict([(1,2,3)])', 'dict(["ab", "cd"])', 'dict([[1]])', 'dict({}, {})', 'dict(1, 2)',
    '{}.get(1)', '{}.get(1, 2)', '{1:3}.get(1)', '{}.get([])', '{}.get()', '{}.pop(1)', '{}.pop(1, 2)', '{1:2}.pop(1)', '{1:2}.pop(3)', '{1:2}.pop([])', '{}.pop([])', '{}.popitem()', '{1:2, 3:4}.popitem()', '{}.setdefault(1)', '{1:2}.setdefault(1, 5)', '{}.setdefault(1, [])', '{}.setdefault([])', '{}.update(5)', '{}.update([1])', '{}.update({}, {})', '{}.update(a=1)', 'dict.fromkeys("abc")', 'dict.fromkeys([1,2], 0)', 'dict.fromkeys(5)', 'dict.fromkeys({1:2}, 3)', 'dict.fromkeys({3,1}, 3)', 'dict.fromkeys()',
    '{1:2} == {1:2}', '{1:2} == {1:3}', '{1:2} != {2:2}', '{1:2} < {1:3}', '{1:2} == 5', '{1:2} | {3:4}', '{1:2} | [(3,4)]', '{1:2} | 5', '{**{1:2}, 3:4}', '{**5}', '{**[1]}', 'dict(**{1:2})', 'dict(**{"a":1}, **{"a":2})', 'dict(a=1, **{"a":2})', 'dict(**5)', 'print(**5)', '{1:2}.keys()', '{1:2}.values()', '{1:2}.items()', 'list({1:2}.items())', '{1:2}.keys() & {1}', '{1:2}.keys() | [3]', '{1:2, 2:3}.keys() - {1}', '{1:2}.keys() ^ {5}', '{1:2}.items() & {(1,2)}', '{1:2}.items() ^ {1:3}.items()', '{1:2}.keys() == {1}', '{1:2}.keys() < {1,2}', '{1:2}.keys() >= {1}', '{1:2}.items() == {(1,2)}', '{1:2}.values() == {1:2}.values()', '{1:2}.keys().isdisjoint([2])', '{1:2}.keys().isdisjoint({1:5}.keys())', '(1,2) in {1:2}.items()', '(1,3) in {1:2}.items()', '5 in {1:2}.items()', '2 in {1:2}.values()', '1 in {1:2}.keys()', '[] in {1:2}', '[] in {1:2}.keys()', 'len({1:2}.keys())', '{1:2}.keys()[0]', '{1:2}.keys() + []', '{1:2}.keys() & 5', '[1,1] & {1:2}.keys()', '{1:2}.keys().mapping', '{1:2}.items().mapping[1]', 'list(reversed({1:2, 3:4}))', 'list(reversed({1:2, 3:4}.items()))', 'list(reversed({1:2, 3:4}.values()))', 'hash({})', 'repr({1:{2:3}})', 'str({"a":"b"})', '{}.__class__', 'dict.__doc__', 'dict[str, int]', 'type(iter({}))', 'type({}.keys())', 'iter({1:2}).__length_hint__()', 'sorted({3:1, 1:2})', 'max({1:5, 2:3}, key={1:5, 2:3}.get)', 'min({})', 'len({1:1,2:2})', 'bool({})', '{}.foo', '{}.has_key(1)', '{}+{}', '{k: v for k, v in [(1,2)]}', '{k: v for k, v in [1]}', '{1:2}.copy()', '{1:2}.__contains__(1)', '{1:2}.__getitem__(1)', '{}.__getitem__(1)', 'dict.get', 'dict.__getitem__', 'dict.__setitem__','{"a":1}.__len__()', '"a" in {"a":1}', '"{a}".format(**{"a": 1})', '"{a}".format_map({"a": 1})', '"%(a)s" % {"a": 1}', 'dict(zip("ab", [1,2]))', 'dict(enumerate("ab"))', '{1:"a", True:"b", 1.0:"c"}', '{float("nan"): 1, float("nan"): 2}', '{None: 1, (): 2, "": 3, b"": 4, frozenset(): 5}', '{2**61-1: 1, 0: 2}', '{-1: 1, -2: 2}', 'dict(self=1, iterable=2)', '{}.update(self=1)', 'isinstance({}, dict)']:
    ev(s)
for s in ['a={}; a[1]=2; a[1]=3', 'a={1:2}; del a[1]', 'a={1:2}; del a[3]', 'a={}; a[[]]=1', 'a={}; del a[[]]', 'a={}; a[{}]=1', 'a={1:2}; a|={3:4}', 'a={1:2}; a|=[(5,6)]', 'a={1:2}; a|=5', 'a={1:2}; a.update(a)', 'a={1:2}; a.clear()', 'a={}; a["a"]=a', 'a={1:2,3:4}\nfor k in a: a[k+10]=1', 'a={1:2,3:4}\nfor k in a: del a[k]', 'a={1:2,3:4}\nfor k in list(a): del a[k]', 'a={1:2,3:4}\nfor k in a.items(): a.clear()', 'a={1:2,3:4}\nfor k in a: a[k]=9', 'a,b={1:2,3:4}', 'a={1:2}; b=a.copy(); b[5]=6', 'a={1:2}; b=a.setdefault(1,5); c=a.setdefault(2,7)', 'a={"x":1}; b={**a,"y":2}; c={"x":5,**a}', 'a = {i: i for i in range(20)}\nfor i in range(0,20,2): del a[i]\na[100]=1; a[0]=5', 'a={1:1,2:2,3:3}; a.pop(2); a[2]=9', 'a={1:1,2:2,3:3}; b=a.popitem(); a[4]=4; c=a.popitem()', 'a={1:2}\nfor k in a:\n  a.pop(k); a[k]=3', 'def f(**k): return k\na = f(**{"x":1}, y=2)', 'def f(**k): return k\na = f(**{1:1})', 'def f(a): pass\nf(**{"a":1}, **{"a":2})', 'def f(a): pass\nf(a=1, **{"a":2})', 'def f(*a, **k): pass\nf(*5)', 'def f(*a, **k): pass\nf(**5)']:
    x(s)
class K:
    def __init__(s, v, h=1): s.v = v; s.h = h
    def __hash__(s): print('hash', s.v); return s.h
    def __eq__(s, o): print('eq', s.v, getattr(o, 'v', o)); return s.v == getattr(o, 'v', o)
    def __repr__(s): return f'K{s.v}'
d = {K(1): 'a', K(2): 'b'}
print(d[K(2)]); print(K(3) in d); print(d.get(K(1)), d.pop(K(1)), d.setdefault(K(5), 'n'), d); d[K(2)] = 'z'; print(d); del d[K(2)]; print(d)
print({K(1): 1} == {K(1): 1}); print(d | {K(5): 0}); print(dict([(K(7, 7), 8)])); print({K(1), K(1), K(2)}); print({K(1)} == {K(1)})
try: d[K(9)]
except KeyError as e: print('KeyError', e)
class M(dict):
    def __missing__(self, k): return ('missing', k)
m = M(a=1); print(m['a'], m['b'], m.get('b'), m, type(m), 'b' in m, len(m), type(m | {}), type(m.copy()))
class Map:
    def keys(self): print('keys'); return ['x', 'y']
    def __getitem__(self, k): return k * 2
print(dict(Map()), {**Map()}, dict(Map(), z=1)); dd = {}; dd.update(Map()); print(dd)
class BadHash:
    def __hash__(self): raise ZeroDivisionError('h')
for f in [lambda: {BadHash(): 1}, lambda: {}.get(BadHash()), lambda: {1: 2}[BadHash()], lambda: BadHash() in {1: 2}, lambda: {BadHash()}, lambda: {1: 2}.pop(BadHash()), lambda: dict.fromkeys([BadHash()]), lambda: hash((1, BadHash()))]:
    try: print(f())
    except ZeroDivisionError as e: print('ZDE', e)
class NoHash:
    __hash__ = None
class EqOnly:
    def __eq__(s, o): return True
for c in [NoHash, EqOnly]:
    try: {c(): 1}
    except TypeError as e: print(e)
class D2(dict):
    def keys(self): return ['q']
    def __iter__(self): return iter(['q'])
    def __getitem__(self, k): return 'Q'
print(dict(D2(a=1)), {**D2(a=1)}, D2(a=1))
class F(dict): pass
print(F.fromkeys('ab'), type(F.fromkeys('ab')), F([(1, 2)]), F(a=1) == {'a': 1}, F())
class FS(dict):
    def __setitem__(self, k, v): super().__setitem__(k, v * 2)
f = FS(a=1); f['b'] = 2; f.update(c=3); f.setdefault('d', 4); print(f, FS.fromkeys('z', 5))
d = {}
for i in range(10): d[i] = i
for i in range(9): del d[i]
print(d, list(d), list(reversed(d)))
d = dict.fromkeys(range(5)); it = iter(d); next(it); d[9] = 9
try: next(it)
except RuntimeError as e: print(e)
try: next(it)
except RuntimeError as e: print(e)
d = {1: 1, 2: 2}; v = d.values(); k = d.keys(); i = d.items(); d[3] = 3; print(v, k, i, len(v))
r = {}; r['me'] = r; r['l'] = [r]; print(r); v = {}; v['v'] = v.values(); print(v)
import types
p = types.MappingProxyType({'a': 1}); print(p, p['a'], len(p), list(p), p.get('z', 5), p | {'b': 2}, p == {'a': 1}, 'a' in p, p.keys(), p.items(), p.copy(), str(p))
for f in [lambda: p.__setitem__('a', 2), lambda: types.MappingProxyType([1]), lambda: types.MappingProxyType(5), lambda: p['zz']]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
try: p['a'] = 2
except TypeError as e: print(e)
try: del p['a']
except TypeError as e: print(e)
n = types.SimpleNamespace(a=1, b='x'); n.c = [n]; print(n, n.a, n == types.SimpleNamespace(a=1), types.SimpleNamespace() == types.SimpleNamespace()); del n.a; print(n)
try: types.SimpleNamespace(1)
except TypeError as e: print(e)
try: n.zzz
except AttributeError as e: print(e)
