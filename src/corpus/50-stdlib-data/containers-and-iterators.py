# itertools, functools, operator, collections, bisect, heapq, struct.
import itertools as it, functools as ft, collections as co, operator as op, random, struct, bisect, heapq, binascii, json, csv, io, copy, pickle, sys, warnings
def t(f,*a,**k):
    try: print(repr(f(*a,**k))[:400])
    except BaseException as e: print(type(e).__name__,e)
L=lambda i,n=10:list(it.islice(i,n))
print(L(it.count(5,-2)),L(it.count(1.5,.5)),it.count(3),it.count(3,2),it.count(1,0.5),L(it.cycle('ab')),L(it.repeat(1,3)),it.repeat(1,3),it.repeat('x'),len(list(it.repeat(0,-1))))
print(L(it.accumulate([1,2,3])),L(it.accumulate([1,2,3],op.mul,initial=5)),L(it.chain('a','b')),L(it.chain.from_iterable(['ab','c'])),L(it.compress('abc',[1,0,1])),L(it.dropwhile(lambda x:x<2,[1,2,1])),L(it.takewhile(lambda x:x<2,[1,2,1])),L(it.filterfalse(None,[0,1])),[(k,list(g)) for k,g in it.groupby('aabc')],L(it.islice('abcdef',1,None,2)),L(it.pairwise('abc')),L(it.batched('abcde',2)),L(it.starmap(pow,[(2,3)])),L(it.zip_longest('ab','c',fillvalue='-')),L(it.product('ab',repeat=2)),L(it.permutations('abc',2)),L(it.combinations('abc',2)),L(it.combinations_with_replacement('ab',2)),[list(x) for x in it.tee('ab',3)])
for f,a in [(it.count,('x',)),(it.islice,([],-1)),(it.islice,([],1,2,0)),(it.islice,([],'x')),(it.batched,('a',0)),(it.batched,('a',)),(it.permutations,('a',-1)),(it.combinations,('a',-1)),(it.product,('a',5)),(it.tee,('a',-1)),(it.zip_longest,(5,)),(it.repeat,(1,'x')),(it.accumulate,(5,)),(it.groupby,(5,)),(it.cycle,(5,)),(it.starmap,(pow,5)),(it.pairwise,(5,)),(it.compress,('a',5))]: t(f,*a)
t(it.product,'a',repeat=-1); t(it.repeat,times=3); t(it.count,start=1,foo=2); t(list,it.starmap(pow,[5])); t(list, it.chain(5)); t(list, it.product('ab',repeat=0))
# functools
p=ft.partial(pow,2); print(p(3),p,p.func,p.args,p.keywords,pickle.loads(pickle.dumps(p))(4),ft.partial(p,3)(),ft.partial(int,base=2)('101'),copy.copy(p).args); t(ft.partial); t(ft.partial,5); t(p.__setstate__,5); t(p.__setstate__,(1,2,3,4)); p.x=1; print(p.__dict__,p.__reduce__())
print(ft.reduce(op.add,[1,2,3]),ft.reduce(op.add,[],5)); t(ft.reduce,op.add,[]); t(ft.reduce,op.add,5); t(ft.reduce,op.add)
@ft.lru_cache(maxsize=2)
def f(x,y=0): return (x,y)
f(1);f(1);f(2);f(3);f(1); print(f.cache_info(),f.cache_parameters()); f.cache_clear(); print(f.cache_info(),f.__wrapped__(9),f.__name__); t(f,[]); 
@ft.lru_cache(typed=True,maxsize=None)
def g(x): return type(x)
print(g(1),g(1.0),g.cache_info()); t(ft.lru_cache,maxsize='x'); print(ft.lru_cache(5)(len)('abc'),ft.cache(len)('ab')); t(ft.lru_cache(maxsize=-5)(len).cache_info)
k=ft.cmp_to_key(lambda a,b:b-a); print(sorted([1,3,2],key=k),k(1)<k(2),k(1)==k(1),k(3).obj); t(lambda:k(1)<5); t(hash,k(1)); t(k); t(ft.cmp_to_key)
@ft.total_ordering
class T:
    def __init__(s,v): s.v=v
    def __eq__(s,o): return s.v==o.v
    def __lt__(s,o): return s.v<o.v
print(T(1)<=T(2),T(1)>=T(2),T(2)>T(1))
@ft.singledispatch
def sd(x): return 'obj'
@sd.register
def _(x:int): return 'int'
@sd.register(list)
def _(x): return 'list'
print(sd(1),sd([]),sd('a'),sd.registry.keys(),sd.dispatch(bool)(1))
class CP:
    @ft.cached_property
    def v(self): print('calc'); return 5
    @ft.singledispatchmethod
    def m(self,x): return 'base'
    @m.register
    def _(self,x:str): return 'str'
c=CP(); print(c.v,c.v,c.m(1),c.m('a'))
print(ft.update_wrapper(lambda:0,len).__name__)
# operator
print(op.itemgetter(1)('abc'),op.itemgetter(1,2)('abc'),op.attrgetter('real','imag')(3),op.attrgetter('__class__.__name__')(3),op.methodcaller('split',',',maxsplit=1)('a,b,c'),op.itemgetter(1),op.attrgetter('a.b'),op.methodcaller('f',1,x=2),pickle.loads(pickle.dumps(op.itemgetter(1,2)))('abc'),op.itemgetter(slice(1,2))('abc'))
t(op.itemgetter); t(op.attrgetter,5); t(op.methodcaller); t(op.methodcaller,5); t(op.attrgetter('x'),5); print(op.concat('a','b'),op.countOf([1,1,2],1),op.indexOf([1,2],2),op.length_hint([1]),op.index(True),op.truth([]),op.is_(1,1),op.iadd([1],[2]),op.matmul.__name__,op.not_(0),op.contains([1],1),op.call(len,'ab'),op.is_not(1,2)); t(op.indexOf,[1],5); t(op.concat,1,2); t(op.length_hint,5,'x'); t(op.length_hint, 5, 3); t(op.setitem,(),0,1); l=[1,2]; op.setitem(l,0,5); op.delitem(l,1); print(l,op.getitem(l,0)); t(op.index,1.5); t(op.pow,2,-1); t(op.inv,5)
# collections
d=co.deque([1,2,3],maxlen=3); d.append(4); d.appendleft(0); print(d,d.maxlen,d[0],d[-1],2 in d,d.count(2),list(reversed(d)),d+d,d*2,copy.copy(d),d==co.deque([0,2,3]),d<co.deque([1])); d.rotate(1); print(d); d.extend('ab'); d.extendleft('xy'); print(d,d.index('a') if 'a' in d else None); t(d.index,99); t(d.remove,99); t(co.deque().pop); t(co.deque().popleft); t(lambda:d[10]); t(lambda: d['a']); t(d.insert,0,1); t(co.deque,5); t(co.deque,[],-1); t(co.deque,[],'x'); t(hash,d); print(pickle.loads(pickle.dumps(d)),co.deque('ab').__reduce__()[:2]); e=co.deque('abcde'); e.insert(2,'Z'); del e[0]; e[0]='Q'; e.reverse(); print(e,e.pop(),e.popleft(),e.copy()); t(lambda:e[1:2]); e.clear(); print(e,bool(e)); 
i=iter(co.deque('ab')); next(i); print(i.__length_hint__(),i.__reduce__()); dq=co.deque('abc'); it1=iter(dq); next(it1); dq.append(1); t(next,it1); dq*=2; print(dq); dq+=[5]; print(dq); t(lambda: dq+[1]); t(lambda:dq<5); print(co.deque([co.deque()]),dq.__sizeof__()>0); rec=co.deque(); rec.append(rec); print(rec)
dd=co.defaultdict(list,a=[1]); dd['b'].append(2); print(dd,dd.default_factory,copy.copy(dd),dd.__reduce__()[:2],dd|{'c':3},{'z':0}|dd); t(co.defaultdict,5); t(lambda:co.defaultdict()['x']); print(co.defaultdict(None,x=1),co.defaultdict(int)['q'],co.defaultdict(int).copy()); dr=co.defaultdict(lambda:0); dr['s']=1; print(pickle.loads(pickle.dumps(co.defaultdict(int,{1:2}))))
od=co.OrderedDict(a=1,b=2,c=3); od.move_to_end('a'); print(od,list(reversed(od)),od.popitem(),od.popitem(last=False),od=={'c':3},od,od==co.OrderedDict(c=3)); od['n']=1; od.move_to_end('n',last=False); print(od,od.pop('zz',5),od.setdefault('q',9),od.copy(),od|{'w':1},co.OrderedDict.fromkeys('ab',0)); t(od.move_to_end,'nope'); t(co.OrderedDict().popitem); t(od.pop,'nope'); print(pickle.loads(pickle.dumps(od)),list(reversed(od.items()))); t(next,iter(od)); 
print(co.OrderedDict([(1,2)])==co.OrderedDict([(1,2)]),co.OrderedDict([(1,2),(3,4)])==co.OrderedDict([(3,4),(1,2)]),repr(co.OrderedDict()))
C=co.Counter('abracadabra'); print(C.most_common(2),C,C['zz'],C+co.Counter('a'),C-co.Counter('aaa'),C&co.Counter('ab'),C|co.Counter('z'),sorted(C.elements())[:3],C.total(),+C,-C); C.update('xx'); C.subtract('a'); print(C); P=co.namedtuple('P','x y',defaults=[5]); p=P(1); print(p,p._asdict(),p._replace(y=2),P._fields,P._field_defaults,P._make([1,2]),p.x,P.x,P.__doc__,P.x.__doc__,pickle.loads(pickle.dumps(p)) if 0 else '',p==(1,5)); t(P); t(P,1,2,3); t(co.namedtuple,'P','a a'); t(co.namedtuple,'P','1a'); t(p._replace,z=1); t(setattr,p,'x',1); print(co.namedtuple('R','def a',rename=True)._fields); cm=co.ChainMap({'a':1},{'b':2,'a':3}); print(cm['a'],dict(cm),cm.new_child({'q':1}),cm.parents,len(cm)); U=co.UserDict(a=1); U['b']=2; print(U,co.UserList([1])+[2],co.UserString('ab').upper())
# bisect heapq
print(bisect.bisect([1,2,2,3],2),bisect.bisect_left([1,2,2,3],2),bisect.bisect([(1,'a'),(2,'b')],1,key=lambda x:x[0]),bisect.bisect_left([1,2,3],2,1,2)); l=[1,3]; bisect.insort(l,2); bisect.insort_left(l,2.0); bisect.insort(l,5,key=lambda v:-v); print(l); t(bisect.bisect,[1],1,-1); t(bisect.bisect,5,1); t(bisect.bisect,[1],'a'); t(bisect.bisect,[1],1,0,5)
h=[5,3,8,1]; heapq.heapify(h); heapq.heappush(h,2); print(h,heapq.heappop(h),heapq.heappushpop(h,0),heapq.heapreplace(h,9),h,heapq.nlargest(2,h),heapq.nsmallest(2,h,key=lambda x:-x),list(heapq.merge([1,4],[2,3],reverse=False)),list(heapq.merge([3,1],[2],reverse=True))); t(heapq.heappop,[]); t(heapq.heapify,5); t(heapq.heappush,5,1); t(heapq.heapreplace,[],1); h=[1,2]; heapq._heapify_max(h); print(h,heapq._heappop_max(h))
# struct
for f,v in [('<bBhHiIqQ',(1,2,3,4,5,6,7,8)),('>e f d'.replace(' ',''),(1.5,2.5,3.5)),('3s5p?c',(b'ab',b'hello',True,b'x')),('<2h3x',(1,2)),('!ih',(1,2)),('@bq' if 0 else '=bq',(1,2)),('4xh',(5,))]:
    b=struct.pack(f,*v); print(f,b,struct.unpack(f,b),struct.calcsize(f))
for f,v in [('b',(200,)),('B',(-1,)),('h','x'),('q',(2**70,)),('i',(1.5,)),('s',('a',)),('c',(b'ab',)),('z',(1,)),('2',()),('f',('x',)),('e',(1e10,)),('f',(1e300,)),('bb',(1,)),('H',(70000,)),('?',(5,)),('<n',(1,)),('3',(1,)),('b b',(1,2)),('I',(-1,)),('Q',(-1,)),('p',(b'',)),('0s',(b'x',))]: t(struct.pack,f,*v)
t(struct.unpack,'i',b'abc'); t(struct.unpack_from,'<i',b'abcdef',3); t(struct.unpack_from,'<i',b'abcdef',-4); t(struct.unpack_from,'<i',b'abcdef',-9); ba=bytearray(8); struct.pack_into('<i',ba,2,7); print(ba); t(struct.pack_into,'<i',ba,6,1); t(struct.pack_into,'<i',b'',0,1); t(struct.pack_into,'<i'); print(list(struct.iter_unpack('<h',b'abcd'))); t(struct.iter_unpack,'<h',b'abc'); S=struct.Struct('<hi'); print(S.size,S.format,S.pack(1,2),S.unpack(S.pack(1,2)),S.unpack_from(b'x'*9,1)); t(struct.Struct); t(struct.Struct,5); t(S.pack,1); t(struct.calcsize,'<'+'1000000000000h'); print(struct.error.__mro__,struct.pack('<e',float('nan')),struct.unpack('<e',b'\x01\x00'),struct.pack('>d',-0.0), struct.pack('?',[]))
