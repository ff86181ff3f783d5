import io, sys
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__module__, type(e).__qualname__, e, e.__cause__, e.__context__)
text = 'zażółć gęślą jaźń\n😀 second\n' * 400
with open('u.txt','w',encoding='utf-8') as f: print(f.write(text), f.tell())
with open('u.txt',encoding='utf-8') as f:
    pos = []
    while True:
        p = f.tell(); l = f.readline()
        if not l: break
        pos.append(p)
    print(len(pos), pos[:5], pos[-3:])
    for p in pos[::97]:
        f.seek(p); print(p, repr(f.read(20)), f.tell())
    f.seek(0)
    for n in [1, 5, 7, 100, 1000, 3]: f.read(n); print(f.tell())
    print(len(f.read()), f.tell())
    t(lambda: f.seek(3, 1)); t(lambda: f.seek(3, 2)); print(f.seek(0, 2), f.seek(0, 1)); t(lambda: f.seek(-1)); t(lambda: f.seek(0, 9))
with open('l.txt','wb') as f: f.write(b'a\xff\xe9b\xe2\x82')
t(lambda: open('l.txt', encoding='utf-8').read())
t(lambda: open('l.txt', encoding='ascii').read())
for e in ['ignore','replace','backslashreplace','surrogateescape']: t(lambda: open('l.txt', encoding='utf-8', errors=e).read())
t(lambda: open('l.txt', encoding='latin-1').read())
t(lambda: open('l.txt', encoding='utf-8', errors='nope').read())
t(lambda: open('o.txt','w',encoding='ascii').write('é'))
for e in ['ignore','replace','backslashreplace','xmlcharrefreplace','surrogateescape']:
    with open('o.txt','w',encoding='ascii',errors=e) as f: t(lambda: f.write('aéb\u20ac'))
    print(open('o.txt','rb').read())
with open('c.txt','wb') as f: f.write(b'one\r\ntwo\rthree\nfour\r')
with open('c.txt') as f:
    print(f.readline(), f.newlines, f.tell(), f.readline(), f.newlines, f.tell(), f.read(2), f.tell(), f.read(), f.newlines)
with open('c.txt', newline='') as f: print(f.read(4), f.tell(), f.read(1), f.tell(), f.readline(), f.readline(), f.readline())
with open('big.txt','w') as f:
    for i in range(3000): print(i, 'x' * (i % 50), file=f)
print(sum(1 for _ in open('big.txt')), sum(len(l) for l in open('big.txt')), len(open('big.txt','rb').read()))
with open('big.txt') as f:
    print(len(f.readlines(1000)), f.readline(3), f.read(10), len(f.read(9000)), f.readline())
with open('big.txt','r+') as f:
    f.readline(); f.seek(f.tell()); f.write('@@'); f.seek(0); print(repr(f.read(20)))
with open('big.txt','rb', buffering=0) as f: print(f, f.read(5), f.readline(), f.seek(0,2))
with open('big.txt','rb', buffering=16) as f: print(f.read(3), f.read(30), f.tell(), f.readline(), f.seek(5), f.peek(1)[:2], f.seek(2,1), f.read(2), f.seek(-4,2), f.read())
with open('x.bin','wb+') as f: print(f.write(b'0123456789'), f.seek(3), f.read(2), f.write(b'AB'), f.seek(0), f.read(), f.tell(), f.seek(2), f.truncate(), f.seek(0), f.read())
import builtins
print(open is io.open, builtins.open, open.__module__)
f = open('x.bin'); g = f.detach(); print(g); t(lambda: f.read()); t(lambda: f.name); print(repr(f)); h = g.detach(); print(h); t(lambda: g.read()); print(repr(g)); h.close()
class T(io.TextIOWrapper): pass
x = T(io.BytesIO(b'abc\ndef')); print(list(x), x.buffer, x.line_buffering, x.write_through, x._CHUNK_SIZE); x.mode = 'zz'; print(x.__dict__, x)
class O(io.StringIO):
    def write(self, s): return super().write(s.upper())
o = O(); print('hello', 1, file=o); print(repr(o.getvalue()))
class F:
    def write(self, s): sys.stdout.write('<' + s + '>')
print('a', 'b', sep='-', file=F()); print()
t(lambda: print('x', file=5)); t(lambda: print('x', file=open('x.bin')))
