# array.array: every type code, method and error.
import array, pickle, copy, io, struct
from array import array as A, ArrayType
import collections.abc
def t(f, *a, **k):
    try: r = f(*a, **k)
    except BaseException as e: print(type(e).__name__, e)
    else: print(repr(r))
print(array.typecodes, ArrayType is A, issubclass(A, collections.abc.MutableSequence), A.__module__, A)
for c in 'bBhHiIqQfd':
    a = A(c, [1,2,3])
    print(a, a.itemsize, a.typecode, a.tobytes(), memoryview(a).format, memoryview(a).tolist(), len(memoryview(a).tobytes()))
    for bad in (-1, 256, 65536, 128, 32768, -129, -32769, 2**31-1, 1.5, 'x', None, 2**64):
        if c in 'IfdbBhHi' and bad == 2**64: continue
        if c=='I' and bad == -1: continue
        t(a.append, bad)
    print(a)
    b = pickle.loads(pickle.dumps(a)); print(b == a, b)
    print(pickle.loads(pickle.dumps(a, 2)) == a)
    print(a.__reduce_ex__(3), a.__reduce_ex__(2))
    a.byteswap(); print(a.tobytes())
a = A('u', 'héllo😀'); print(a, a.tounicode(), len(a), a[1], memoryview(a).format); a.fromunicode('xy'); print(a); t(a.append, 'ab'); t(a.append, 1); a.append('z'); print(a.tobytes()[:8]); print(a.__reduce_ex__(4))
t(A('i').tounicode); t(A('i').fromunicode, 'x')
t(A); t(A, 'i', [1], 2); t(A, 1); t(A, 'ii'); t(A, 'x'); t(A, 'i', 'abc'); t(A, 'i', A('u','a')); t(A, 'i', x=1); t(A,'i',5); t(A,'i',{3:1,4:2}); t(A,'i',(x*x for x in range(5))); t(A, 'i', b'\1\0\0\0\2\0\0\0'); t(A,'i',b'\1\0\0'); t(A,'d',A('i',[1,2])); t(A,'i',A('d',[1,2])); t(A,'b',bytearray(b'abc')); t(A, 'i', memoryview(b'ab'))
a = A('i', range(10))
print(a[2:5], a[::-2], a[::2], a[-1], a[:0]); t(lambda: a[10]); t(lambda: a['x']); t(lambda: a[1.0]); t(lambda: a[2**70])
a[2:4] = A('i', [7,7,7]); print(a); a[::3] = A('i', [0]*4); print(a); del a[1::2]; print(a); del a[0]; print(a); a[5:2] = A('i',[9]); print(a); a[1:2] = a; print(a)
def sa(k, v): a[k] = v
t(sa, slice(None), [1]); t(sa, slice(None,None,2), A('i',[1])); t(sa, slice(0,1), A('d',[1])); t(sa, 100, 1); t(sa, 'a', 1); t(sa, 0, 'a')
def da(k): del a[k]
t(da, 100); t(da, 'x')
m = memoryview(a); t(a.append, 1); t(a.pop); t(da, 0); t(sa, slice(0,1), A('i')); sa(slice(0,1), A('i',[42])); print(m[0]); m[0] = 43; print(a[0]); m.release(); a.append(5); print(a)
print(a + A('i',[1]), a * 2, 2 * a, a * -1); t(lambda: a + [1]); t(lambda: a + A('d')); 
b = a; b += A('i', [5]); print(a is b, b); t(lambda: a.__iadd__([1])); b *= 2; print(b)
t(a.extend, A('d')); t(a.extend, 5); t(a.extend, [1, 'x']); a.extend([1,2]); print(a)
print(a.count(5), a.index(5), 5 in a, 'x' in a, a.index(5, 3)); t(a.index, 99); t(a.index, 5, 100); t(a.remove, 99); a.remove(5); print(a); t(a.pop, 100); print(a.pop(0), a.pop(-2), a); t(A('i').pop)
a.insert(0, 8); a.insert(-1, 9); a.insert(1000, 10); print(a); a.reverse(); print(a, a.tolist()); t(a.insert, 'x', 1)
t(a.fromlist, (1,)); t(a.fromlist, [1, 'x']); print(a); a.fromlist([3,4]); print(a); t(a.frombytes, b'abc'); t(a.frombytes, 'x'); t(a.frombytes, A('i',[1])); 
f = io.BytesIO(); a.tofile(f); f.seek(0); c = A('i'); c.fromfile(f, len(a)); print(c == a); t(c.fromfile, f, 1); t(c.fromfile, f, -1); t(c.fromfile, 1, 1)
print(A('i',[1,2]) == A('d',[1,2]), A('i',[1,2]) < A('i',[1,3]), A('i',[1,2]) < A('i',[1]), A('q',[1])==A('i',[1]), A('d',[float('nan')])==A('d',[float('nan')]), A('i')==[] , A('u','a')==A('i',[97]), A('B',[200]) > A('b',[-1]), A('i',[1])!=A('i',[1]), A('q',[5])>=A('d',[4.5]))
it = iter(a); next(it); print(it.__reduce__()[1:], type(it), list(it), list(it)); it.__setstate__(0); t(type(it))
t(hash, a)
class S(A):
    def __new__(cls, *a, tag=None): s = super().__new__(cls, *a); s.tag = tag; return s
s = S('i', [1,2], tag='t'); print(s, s.tag, copy.copy(s), copy.deepcopy(s), s[0:1], type(s[0:1]), s.__reduce_ex__(2)[2], A[int], S('i')); q = pickle.loads(pickle.dumps(s)); print(q, q.tag, type(q))
print(array._array_reconstructor(A, 'f', 15, struct.pack('>f', 1.5)), array._array_reconstructor(A,'u',19,'aé'.encode('utf-16-be')))
t(array._array_reconstructor, 1, 'i', 9, b''); t(array._array_reconstructor, int, 'i', 9, b''); t(array._array_reconstructor, A, 'z', 9, b''); t(array._array_reconstructor, A, 'i', 99, b''); t(array._array_reconstructor, A, 'i', 9, ''); t(array._array_reconstructor, A, 'i', 9, b'abc')
x = A("d", [1.5]); x[0] = 3; print(x, struct.unpack("d", x))
match A("i",[1,2]):
    case [p, q]: print("seq", p, q)
