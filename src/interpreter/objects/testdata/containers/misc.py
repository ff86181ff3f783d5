def ev(src, **ns):
    try: r = eval(src, ns)
    except BaseException as e: print(src, '->', type(e).__name__, *map(repr, e.args))
    else: print(src, '->', repr(r))
for s in ['()[0]', '(1,)', '(1,2)[5]', '(1,2)["a"]', '(1,)+[2]', '(1,)+(2,)', '(1,)*3', '(1,2,3)[::-1]', '(1,2)<(1,3)', '(1,2)==[1,2]', '(1,2).index(3)', '(1,2).index(2)', '(1,1).count(1)', 'tuple(5)', 'tuple("ab")', 'tuple(1,2)', 'hash((1,2))==hash((1,2))', 'hash(([],))', 'tuple([1,2])', '(1,2,3)[1:]', 'tuple.__doc__', '1 in (1,)', '(1,2).__add__(3)', 'type(iter(()))', 'repr((1,(2,)))', '((1,2),)', '()', 'tuple()', '(1,).append', '(1,)[0:1]', 'tuple[int, ...]', '(1,2) is (1,2)', 'min((3,1))', '(1,"a")<(1,2)', '() < (1,)', 'bool(())', '(lambda *a: a)(*[1,2])', 'divmod(7,2)',
  'range(5)', 'range(1,5)', 'range(1,10,2)', 'range(5)[1]', 'range(5)[-1]', 'range(5)[5]', 'range(5)["a"]', 'range(10)[2:5]', 'range(10)[::-1]', 'range(10)[::3]', 'list(range(5,0,-1))', 'list(range(5,0))', 'range(1,2,0)', 'range()', 'range(1,2,3,4)', 'range("a")', 'range(1.5)', 'len(range(10))', 'len(range(10,0,-3))', '5 in range(10)', '5.0 in range(10)', '"a" in range(3)', '5 in range(0,10,2)', 'range(3)==range(0,3,1)', 'range(0)==range(2,1)', 'range(0,3,2)==range(0,4,2)', 'hash(range(3))==hash(range(0,3,1))', 'range(10).index(3)', 'range(10).index(30)', 'range(10).index("a")', 'range(10).count(3)', 'range(10).count(33)', 'range(2**70)', 'len(range(2**70))', '2**69 in range(2**70)', 'range(2**70)[2**69]', 'list(range(2**63-1, 2**63+2))', 'range(10).start, range(10).stop, range(10).step', 'list(reversed(range(4)))', 'list(reversed(range(0,10,3)))', 'type(iter(range(1)))', 'type(iter(range(2**70)))', 'range(True)', 'bool(range(0))', 'range(3) < range(4)', 'range(3)+range(3)', 'sum(range(101))', 'range(3).foo', 'iter(range(5)).__length_hint__()', 'max(range(5))', 'sorted(range(3), reverse=True)', '[*range(3)]', 'range(start=1)', 'range(10)[::0]', 'range(-5,5)[-3:]', 'range.__doc__[:40]', 'list(range(-3, 3, 2))', 'range(0, 10, 3)[-1]', 'list(range(10)[8:2:-2])',
  'slice(1)', 'slice(1,2)', 'slice(1,2,3)', 'slice()', 'slice(1,2,3,4)', 'slice(1,2)==slice(1,2)', 'slice(None,5).indices(3)', 'slice(None,None,-1).indices(5)', 'slice(1,2,0).indices(5)', 'slice("a").indices(5)', 'slice(1).indices(-1)', 'slice(1,2).start', 'hash(slice(1,2)) == hash(slice(1,2))', 'slice(1)<slice(2)', 'slice(10,-10,-1).indices(5)', 'repr(slice([1]))', '{slice(1): 2}',
  'list(enumerate("ab"))', 'list(enumerate("ab", 5))', 'enumerate()', 'enumerate(5)', 'enumerate("a","b")', 'list(enumerate("a", start=2**60))', 'list(enumerate(iterable="ab", start=1))', 'reversed(5)', 'list(reversed("abc"))', 'reversed({1})', 'reversed()', 'list(zip())', 'list(zip([1,2],"ab"))', 'list(zip([1],"ab"))', 'list(zip([1],"ab",strict=True))', 'list(zip([1,2],"a",strict=True))', 'list(zip([1,2],"ab","a",strict=True))','list(zip("a","a",[1,2],strict=True))', 'zip(5)', 'zip([1],5)', 'zip(a=1)', 'list(map(str,[1,2]))', 'list(map(lambda a,b:a+b,[1,2],[3,4,5]))', 'map(str)', 'map()', 'map(str,5)', 'list(map(5,[1]))', 'list(filter(None,[0,1,"",2]))', 'list(filter(lambda v:v>1,[1,2,3]))', 'filter(None)', 'filter(None,5)', 'list(filter(bool,[0,1]))', 'next(iter([]))', 'next(iter([]),5)', 'next(5)', 'iter(5)', 'list(iter(lambda c=[0]: c.__setitem__(0,c[0]+1) or c[0], 4))', 'iter(5,1)', 'type(iter(int,1))', 'type(map(str,[]))', 'type(zip())', 'type(enumerate([]))', 'type(filter(None,[]))', 'map.__doc__[:30]', 'next(map(int,["x"]))', 'list(zip(range(2), range(3,5), "xy"))', 'dict(zip("ab", range(2)))', 'enumerate([1]).__next__()', 'max(enumerate([3,9,2]), key=lambda p: p[1])', 'list(map(None,[1]))',
  'list[int]', 'dict[str,int]', 'list[int]()', 'list[int] == list[int]', 'list[int] == list[str]', 'hash(list[int]) == hash(list[int])', 'list[int].__origin__', 'list[int].__args__', 'tuple[()]', 'list[int][str]', 'isinstance([], list[int])', 'issubclass(list, list[int])', 'list["A"]', 'list[int|None]', 'int|str', 'int|None', 'None|int', 'int|str|int', 'int|"a"', '(int|str)==(str|int)', 'isinstance(1,int|str)', 'isinstance(1.5,int|str)', 'isinstance(None,int|None)', 'issubclass(bool,int|str)', '(int|str).__args__', 'int|list[int]', 'isinstance(1,int|list[int])', 'hash(int|str)==hash(str|int)', 'type(int|str)', 'type(list[int])', 'list[int].append', 'list[list[int]]', 'type[int]', 'set[int]', 'frozenset[int]', 'int[str]', 'list[int,str]', '(int|str)|float', 'list[int]|None', 'list[...]','int|int', 'dict[str, list[int]]([("a",[1])])', 'enumerate[int]', 'list[int].__parameters__']:
    ev(s)
class T(tuple):
    def __new__(cls, *a): return super().__new__(cls, a)
t = T(1,2); t.x = 1; print(t, t.x, t[0], type(t[:]), t == (1,2), hash(t) == hash((1,2)), len(t), t + (3,), list(t), {t: 1}[(1,2)])
a, (b, c), *d = 1, (2, 3), 4, 5; print(a, b, c, d)
def gen():
    try:
        yield 1; yield 2
    finally: print('closed')
for p in zip(gen(), [1]): print(p)
class It:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 3: raise StopIteration
        return self.n
print(list(It()), tuple(It()), set(It()), sum(It()), list(zip(It(), It())), list(map(lambda v: v * 2, It())), list(filter(lambda v: v % 2, It())), list(enumerate(It())), dict(zip(It(), 'abc')), [*It()], max(It()), sorted(It(), reverse=True), 2 in It())
class BadIt:
    def __iter__(self): return 5
class BadNext:
    def __iter__(self): return self
    def __next__(self): raise ValueError('bn')
for f in [lambda: list(BadIt()), lambda: list(BadNext()), lambda: tuple(BadNext()), lambda: set(BadNext()), lambda: list(map(str, BadNext())), lambda: list(zip([1], BadNext())), lambda: dict(BadNext()), lambda: [].extend(BadNext()), lambda: sum(BadNext()), lambda: list(enumerate(BadNext())), lambda: list(filter(None, BadNext())), lambda: ''.join(BadNext()), lambda: 1 in BadNext(), lambda: max(BadNext())]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class LH:
    def __iter__(self): return iter([1,2])
    def __length_hint__(self): print('hint'); return 5
print(list(LH()), tuple(LH()), [*LH()])
class LH2(LH):
    def __length_hint__(self): return 'x'
class LH3(LH):
    def __length_hint__(self): return -1
class LH4(LH):
    def __len__(self): raise ValueError('len')
for c in [LH2, LH3, LH4]:
    try: print(list(c()))
    except Exception as e: print(type(e).__name__, e)
it = iter([1,2,3]); z = zip(it, it); print(list(z))
print(list(zip(*[(1,2),(3,4)])))
def f():
    yield from [1,2]
    return 5
print(list(f()))
s = 'abc'; print([*map(ord, s)], list(zip(s, s[1:])))
r = range(10); print(r[2:8][::2], [i for i in r if i in r[::3]])
m = map(print, [1,2]); print(next(m), list(m))
e = enumerate('xyz'); print(next(e), list(e), list(e))
import sys
print(sys.version_info[:2], sys.version_info.major, sys.version_info >= (3, 8), type(sys.version_info).__name__)
