def t(f, *a, **k):
    try: r = f(*a, **k)
    except BaseException as e: print(type(e).__name__, *map(repr, e.args))
    else: print(repr(r))
def x(src, **ns):
    try:
        exec(src, ns)
    except BaseException as e: print(src, '->', type(e).__name__, *map(repr, e.args))
    else: print(src, '->', {k: v for k, v in ns.items() if k != '__builtins__'})
def ev(src, **ns):
    try: r = eval(src, ns)
    except BaseException as e: print(src, '->', type(e).__name__, *map(repr, e.args))
    else: print(src, '->', repr(r))
for s in ['[][0]', '[1,2][2]', '[1,2][-3]', '[1]["a"]', '[1][1.0]', '[1][None]', '[1]+(2,)', '[1]*"a"', '[1]*-1', '"a"*[1]',
          '[1,2,3]*2', '2*[1]', '[1,2,3][::-1]', '[1,2,3][::0]', '[1,2,3][1:]', '[1,2,3][-2:]', '[1,2,3,4,5][::2]', '[1,2,3,4,5][4:0:-2]',
          '[1,2,3]["a":]', '[1,2,3][1.5:]', '[3,1,2].sort()', 'sorted([3,1,2])', 'sorted([3,1,2], reverse=True)', 'sorted("banana")',
          'sorted([1,"a"])', 'sorted([[1,2],[1],[0,5]])', 'sorted([(1,"b"),(1,"a"),(0,"z")])', 'sorted([1.5, 1, True])', 'sorted(["b","A","a"], key=str.lower)',
          'sorted([3,1,2], key=lambda v: -v)', 'sorted(5)', 'sorted([1], 2)', 'sorted()', '[].pop()', '[1].pop(5)', '[1,2,3].pop(0)', '[1,2].pop("a")',
          '[1,2].index(2)', '[1,2].index(3)', '["a"].index("x")', '[1,2,1].index(1,1)', '[1,2,1].index(1,-1)','[1].index(1,None)', '[1,2].remove(5)', '[1,1,2].count(1)', '[1, True, 1.0].count(1)',
          '[1,2]==[1,2]', '[1,2]<[1,3]', '[1,2]<[1]', '[1]<["a"]', '[1]<(1,)', '[1]==(1,)', '[]<[1]', '[1,2]!=[1,2]', '1 in [1]', '"a" in [1]', 'list(5)', 'list("abc")', 'list(range(3))',
          'list({1:2})', 'list(1,2)', 'list(iterable=1)', 'list(a=1)', '[].insert(1)', '[].append()', '[].append(1,2)', '[].extend(5)', '[1].extend()', 'list.append(1,2)', 'list.append()', '[].foo', '[1].sort(1)', '[1].sort(foo=1)',
          'hash([])', '{[]}', '{[]: 1}', 'len([1,2,3])', 'repr([1,[2,[3]]])', 'str([1,"a",None])', '[1,2,3].__getitem__(1)', '[].__len__()', '[1].__contains__(1)',
          'list(reversed([1,2,3]))', '[*range(3), *"ab"]', '[*5]', 'type([].__iter__())', 'type(reversed([]))', 'iter([1,2]).__length_hint__()', 'list.__doc__', 'list.sort.__doc__', 'list.__getitem__', 'list.__add__','[].append', 'list[int]', '[].__class_getitem__(int)',
          '[1,2,3].copy()', 'max([1,3,2])','min([])','sum([1,2,3])', '[0]*3', '[[]]*3', '[1,2,3].__mul__(2)', '[1].__add__(2)', '[1].__iadd__([2])','[1].__imul__(2)', '[1].__eq__(1)', '[1].__reversed__()is None', 'bool([])', 'bool([0])', 'list(map(list, [(1,2),(3,)]))', 'isinstance([], list)', 'list.__hash__', '[1,2,3] > [1,2]', '[float("nan")] == [float("nan")]', 'any([])', 'all([])', '[1]+[2]+[3]', '[] or 1', '[i for i in [1,2] if i > 1]']:
    ev(s)
for s in ['a=[1,2,3]; a[0]=9', 'a=[1]; a[1]=2', 'a=[1]; a["x"]=2', 'a=[1,2,3,4]; a[1:3]=[9]', 'a=[1,2,3,4]; a[::2]=[7,8]', 'a=[1,2,3,4]; a[::2]=[7]', 'a=[1,2,3]; a[1:1]=[5,6]', 'a=[1]; a[:]=5', 'a=[1,2]; a[::2]=5',
          'a=[1,2,3]; a[:]=a', 'a=[1,2,3]; a[1:]=(i*2 for i in a)', 'a=[1,2,3]; del a[0]', 'a=[1,2,3]; del a[5]', 'a=[1,2,3,4,5,6]; del a[::2]', 'a=[1,2,3,4,5,6]; del a[::-2]', 'a=[1,2,3]; del a[1:]', 'a=[1,2,3]; del a[:]', 'a=[1]; a+=[2]', 'a=[1]; a+=(2,3)', 'a=[1]; a+=5', 'a=[1]; a*=3', 'a=[1]; a*=0','a=[1,2]; a.extend(a)', 'a=[1,2]; a+=a', 'a=[]; a.append(a)', 'a=[3,1,2]; a.sort(reverse=True)', 'a=[1,2,3]; a.reverse()', 'a=[1,2,3]; a.insert(-1, 9)', 'a=[1,2,3]; a.insert(100, 9)', 'a=[1,2,3]; a.insert(-100, 9)', 'a=[1,2]; a.clear()', 'a=[1,2,2,3]; a.remove(2)', 'a,b=[1,2]', 'a,b=[1]', 'a,b=[1,2,3]', 'a,*b=[1,2,3]', 'a,*b,c=[1]', 'a,b=5', 'a=b=[]; a.append(1)', 'a=[1,2,3]; a[5:]=[9]', 'a=[1,2,3]; a[2:0]=[8]', 'a=[1,2,3]; del a["x"]', 'a=[1,2,3]\nfor i in a:\n  if len(a)<6: a.append(i)', 'a=[1,2,3,4]\nfor i in a: a.remove(i)', 'a = [[0]*2]*2; a[0][0]=1']:
    x(s)
class I:
    def __init__(s, v): s.v = v
    def __index__(s): return s.v
    def __repr__(s): return f'I({s.v})'
class L:
    def __init__(s, v): s.v = v
    def __lt__(s, o): print('lt', s.v, o.v); return s.v < o.v
    def __repr__(s): return f'L{s.v}'
class E:
    def __init__(s, v): s.v = v
    def __eq__(s, o): print('eq', s.v, getattr(o, 'v', o)); return s.v == getattr(o, 'v', o)
    def __repr__(s): return f'E{s.v}'
a = [1,2,3,4]
print(a[I(1)], a[I(1):I(3)], a * I(2)); a[I(0)] = 5; a.insert(I(1), 'x'); print(a, a.pop(I(0)), a)
print(sorted([L(3), L(1), L(2), L(5), L(4)]))
b = [L(i % 7) for i in [5,3,8,1,9,2,2,4]]; b.sort(reverse=True); print(b)
es = [E(1), E(2), E(3)]
print(E(2) in es, es.index(E(3)), es.count(E(1)), es == [E(1), E(2), E(3)], es == [E(1), E(9), E(3)]); es.remove(E(2)); print(es)
print([1, E(2)] == [1, 2], [E(1)] != [E(1)], 2 in es)
class Bad:
    def __lt__(s, o): raise ValueError('no')
    def __repr__(s): raise KeyError('rep')
    def __eq__(s, o): raise OSError('eq')
t(sorted, [Bad(), Bad()]); t(repr, [Bad()]); t(list.index, [Bad()], 3); t(lambda: [Bad()] == [1]); t(lambda: 1 in [Bad()])
lst = [3,2,1]
def key(v): lst.append(v); return v
t(lst.sort, key=key); print(lst)
def key(v):
    if v == 2: raise IndexError('k')
    return v
lst = [3,2,1]; t(lst.sort, key=key); print(lst)
n = float('nan'); print(sorted([3.0, n, 1.0, 2.0, n, 0.5]))
print(sorted([(1, n), (1, 2.0), (0, 'a'), (1, 0.5)]))
big = [(i * 7919) % 1009 for i in range(3000)]; print(sorted(big) == sorted(big, key=lambda v: v), sorted(big)[:5], sorted(big, reverse=True)[:5])
cmps = 0
class C:
    __slots__ = 'v'
    def __init__(s, v): s.v = v
    def __lt__(s, o):
        global cmps; cmps += 1
        return s.v < o.v
for n in [0, 1, 2, 3, 10, 63, 64, 65, 100, 128, 257, 1000]:
    for name, data in [('up', range(n)), ('down', range(n, 0, -1)), ('mod', [i * 7919 % 101 for i in range(n)]), ('saw', [i % 10 for i in range(n)]), ('two', list(range(n // 2)) + list(range(n // 2))), ('eq', [1] * n)]:
        cmps = 0; d = [C(v) for v in data]; d.sort(); print(n, name, cmps, [c.v for c in d] == sorted(data))
class Sub(list):
    def __init__(self, *a): super().__init__(*a); self.k = 1
s = Sub([1,2]); s.append(3); print(s, s.k, len(s), s[0], s[-1:], type(s[:]), s == [1,2,3], sorted(s), s + [4], type(s + [4]), list(s)); s.sort(reverse=True); print(s)
class G(list):
    def __getitem__(self, i): return ('got', i)
g = G([1,2,3]); print(g[0], g[1:2], list(g), g.__class__.__name__, list(reversed(g)))
class Seq:
    def __getitem__(self, i):
        if i > 3: raise IndexError
        return i * 10
    def __len__(self): print('len called'); return 4
print(list(Seq()), 20 in Seq(), list(reversed(Seq())), [*Seq()], tuple(Seq()))
it = iter([1,2,3]); next(it); print(it.__length_hint__(), list(it), list(it), it.__length_hint__())
a = [1,2,3]; it = iter(a); list(it); a.append(4); print(list(it))
a = [1,2,3]; print([a.pop() for _ in range(3)], a)
l = []; l.append(l); print(l, l == l); t(lambda: l < l)
print([1,2,3] .__repr__(), [[]].__str__(), f'{[1]}', '%s' % [1])
