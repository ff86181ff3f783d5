def ev(src, **ns):
    try: r = eval(src, ns)
    except BaseException as e: print(src, '->', type(e).__name__, *map(repr, e.args))
    else: print(src, '->', repr(r))
def x(src, **ns):
    try: exec(src, ns)
    except BaseException as e: print(src, '->', type(e).__name__, *map(repr, e.args))
    else: print(src, '->', {k: v for k, v in ns.items() if k != '__builtins__'})
for s in ['set()', '{1,2,3}', 'set([3,1,2])', 'set("a")', 'set(5)', 'set(1,2)', 'set(a=1)', 'frozenset()', 'frozenset([1])', 'frozenset(1,2)', '{[]}', '{{1}}', '{frozenset([1])}', '{1}|{2}', '{1}|[2]', '{1}&{1,2}', '{1,2}-{1}', '{1,2}^{2,3}', '{1}|frozenset({2})', 'frozenset({1})|{2}', '{1}<{1,2}', '{1}<={1}', '{1}>{1}', '{1}>=set()', '{1}=={1.0}', '{1}!={2}', '{1}==[1]', '{1}<[1]', '{1}.union([2],(3,))', '{1}.union(5)', '{1,2}.intersection([2,3])', '{1,2}.intersection()', '{1,2,3}.difference([1],[2])', '{1,2}.symmetric_difference([2,3,3])', '{1}.issubset([1,2])', '{1,2}.issuperset([1])', '{1}.isdisjoint([2])', '{1}.isdisjoint({1})', '{1}.add(2)', '{1}.add([])', '{1}.add()', '{1}.remove(2)', '{1}.remove([])', '{1}.discard(2)', '{1}.discard([])', '{frozenset([1])}.remove({1})', '{1} in {frozenset([1])}', '[] in {1}', 'set().pop()', '{5}.pop()', '{1}.copy()', '1 in {1}', 'len({1,1,2})', 'bool(set())', 'hash({1})', 'hash(frozenset())==hash(frozenset())', 'frozenset([1,2])==frozenset([2,1])', 'hash(frozenset([1,2]))==hash(frozenset([2,1]))', 'frozenset({1}).add', 'repr({1})', 'str(frozenset({1}))', 'set.__doc__', 'sorted({3,1,2})', 'list({3,1,2})', 'max({1,2})', 'type(iter({1}))', '{1}[0]', '{1}+{2}', 'set.add', 'set[int]', '{x for x in range(3)}', '{*range(3), *[5]}', '{*5}', 'set({1:2})', 'set("hello")=={"h","e","l","o"}', 'frozenset(frozenset([1]))', 'set(range(10))', 'set(range(0,100,7))', '{10**20, 5}', '{True, 1, 1.0}', '{0, False, None}', '{i*i for i in range(15)}', '{100,8,16,24,1,9}', '{1,2,3}.__len__()', '{1}.__contains__(1)', '{1}.__or__(5)', '{1} - {1} or "empty"', 'set([1,2,3]) & set([2,3,4]) & {3}','frozenset({1}) - {1}', 'type(frozenset({1}) & {1})', 'type({1} | frozenset())', 'isinstance(frozenset(), set)', 'set.union({1},{2})', 'set().union(*[{1},{2}])']:
    ev(s)
for s in ['a={1}; a|={2}', 'a={1}; a|=[2]', 'a={1,2}; a&={2}', 'a={1,2}; a-={2}', 'a={1,2}; a^={2,3}', 'a={1}; a.update([2],{3:4})', 'a={1,2,3}; a.intersection_update([2])', 'a={1,2,3}; a.difference_update([2],[3])', 'a={1,2,3}; a.symmetric_difference_update([2,5])', 'a={1}; a.clear()', 'a={1,2}\nfor i in a: a.add(i+10)', 'a={1,2}\nfor i in list(a): a.add(i+10)', 'a=set()\nfor i in range(50): a.add(i*3)\nfor i in range(0,150,6): a.discard(i)', 'a={1,2,3}; b=[a.pop() for _ in range(3)]', 'a={1}; a-=a', 'a={1}; a^=a', 'a=b=frozenset([1]); a|={2}', 'a=set(range(30)); b=a-set(range(28)); c=a&set(range(25,40)); d=a^set(range(5,35))', 'a={1:1,2:2}; b=set(a); c={5}; c^=a.keys(); d={1,7}.symmetric_difference(a)', 'a=set("abcdefghij")=={*"jihgfedcba"}', 'a={3,1}; b=a.pop(); a.add(7); c=a.pop()', 'a=set(range(1000)); b=len(a); a=sum(a)','a,b={1,2}']:
    x(s)
class S(set):
    pass
s = S([1,2]); s.x = 5; print(s, s.x, type(s | {3}), type(s.copy()), s == {1,2}, S(), repr(S([s.pop()])))
class FZ(frozenset):
    def __new__(cls, *a): return super().__new__(cls, [*a, 9])
print(FZ(1), FZ() == {9}, hash(FZ()) == hash(frozenset([9])))
r = []
def lcg(n):
    v = 12345
    for _ in range(n):
        v = (v * 1103515245 + 12345) % 2**31
        yield v
for n in [5, 10, 33, 100, 300]:
    s = set(lcg(n)); print(list(s)[:20]); t = {v % 50 for v in lcg(n)}; print(list(t)); u = s - t; print(len(u)); t.discard(7); t.discard(8); t |= {99, 64, 128}; print(list(t), list(t & set(range(20, 70))))
s = {8, 16, 24, 32, 40, 0, 48, 56, 1, 9, 17}; print(s); s.discard(16); s.add(64); print(s); print(s | {100}, s & {1, 9, 64}, s.copy())
print(set('abc') == set('cba'), sorted(set('hello world')))
