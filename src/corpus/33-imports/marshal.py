import marshal, io
vals = [None, True, False, ..., 0, -1, 5, 2**31-1, -2**31, 2**31, 2**100, -2**70, 1.5, float('inf'), 1j, '', 'a', 'abc', 'hello world', 'é', '😀', '\ud800', b'', b'x', b'abc\xff', (), (1,), (1, 2, 'x'), tuple(range(300)), [], [1, [2, 'q']], {}, {'a': 1, 2: (3,)}, {1}, frozenset([3, 1, 2]), frozenset(), StopIteration, bytearray(b'hi')]
for v in vals:
    d = marshal.dumps(v); r = marshal.loads(d)
    print(repr(v)[:40], d[:60], len(d), r == v, type(r).__name__)
for ver in (0, 1, 2): print(marshal.dumps(('a', 'bcd', 2**40, 1.5), ver))
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__qualname__, e)
t(lambda: marshal.dumps(object())); t(lambda: marshal.dumps([int])); t(lambda: marshal.loads(b'')); t(lambda: marshal.loads(b'i\x01')); t(lambda: marshal.loads(b'Q')); t(lambda: marshal.loads('x')); t(lambda: marshal.loads(b'[\x01\0\0\0')); t(lambda: marshal.loads(b'0')); t(lambda: marshal.loads(b'r\x05\0\0\0'))
l = []; l.append(l); x = marshal.loads(marshal.dumps(l)); print(x[0] is x)
s = 'shared string'; x = marshal.loads(marshal.dumps([s, s])); print(x, x[0] is x[1])
f = io.BytesIO(); marshal.dump([1], f); marshal.dump('two', f); f.seek(0); print(marshal.load(f), marshal.load(f)); t(lambda: marshal.load(f))
c = compile('x = 1\ndef f(a): return a + x\nprint(f(41))', 'm.py', 'exec'); exec(marshal.loads(marshal.dumps(c))); print(marshal.loads(marshal.dumps(c)) == c, marshal.version)
nested = []
for i in range(3000): nested = [nested]
t(lambda: marshal.dumps(nested))
