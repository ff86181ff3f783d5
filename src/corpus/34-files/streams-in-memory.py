import io
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__module__, type(e).__qualname__, e)
s = io.StringIO()
print(s.write('hello'), s.getvalue(), s.tell(), s.read(), s.seek(0), s.read(2), s.seek(0,2), s.write(' wörld\n\U0001F600x'), s.getvalue())
s.seek(8); print(repr(s.read(4)), s.tell()); s.seek(2); s.write('LL'); print(repr(s.getvalue()))
print(s.truncate(3), s.getvalue(), s.tell())
s.seek(6); s.write('!'); print(repr(s.getvalue()))
s = io.StringIO('a\nb\r\nc\rd'); print(s.readlines(), s.newlines)
s = io.StringIO('a\nb\r\nc\rd', newline=None); print(s.readlines(), s.newlines, repr(s.getvalue()))
s = io.StringIO('a\nb\r\nc\rd', newline=''); print(s.readlines(), s.newlines, repr(s.getvalue()))
s = io.StringIO('a\nb\r\nc\rd', newline='\r\n'); print(s.readlines(), s.newlines, repr(s.getvalue()))
s = io.StringIO('abc\ndef'); print(list(s)); s.seek(0); print(s.readline(2), s.readline(), s.readline(-1), repr(s.readline()))
t(lambda: s.write(b'x')); t(lambda: s.seek(-1)); t(lambda: s.seek(1,1)); t(lambda: s.seek(0,5)); t(lambda: s.truncate(-1)); t(lambda: io.StringIO(b'')); t(lambda: io.StringIO('', newline='q')); t(lambda: s.fileno()); t(lambda: s.read('x'))
print(s.line_buffering, s.encoding, s.errors, s.readable(), s.writable(), s.seekable(), s.isatty(), s.closed)
s.close(); t(lambda: s.read()); t(lambda: s.getvalue()); t(lambda: next(s)); print(s.closed)
with io.StringIO('x') as s: print(s.read())
t(lambda: s.__enter__())
b = io.BytesIO(b'hello\nworld')
print(b.read(2), b.readline(), b.tell(), b.getvalue(), b.read1(3), b.seek(0), b.readlines(), b.seek(20), b.write(b'Q'), b.getvalue())
v = b.getbuffer(); print(bytes(v[:3])); t(lambda: b.write(b'more more more more')); t(lambda: b.truncate(0)); v[0] = 74; v.release(); print(b.getvalue()); print(b.truncate(5), b.getvalue())
t(lambda: b.write('x')); t(lambda: b.seek(-1)); t(lambda: b.seek(0, 9)); t(lambda: b.truncate(-2)); t(lambda: io.BytesIO('x')); t(lambda: b.readinto(b'abc')); t(lambda: b.readlines('x')); t(lambda: b.fileno()); t(lambda: b.detach()); t(lambda: b.read('a'))
x = bytearray(3); b.seek(1); print(b.readinto(x), x); b.seek(0); print(list(b), b.isatty())
b.writelines([b'a', b'b']); print(b.getvalue()); t(lambda: b.writelines(['a']))
print(b.__getstate__()); b.close(); t(lambda: b.read()); t(lambda: b.getvalue()); t(lambda: next(b))
class R(io.RawIOBase):
    def __init__(self, data): self.data = data; self.pos = 0
    def readable(self): return True
    def readinto(self, b):
        n = min(len(b), 3, len(self.data) - self.pos)
        b[:n] = self.data[self.pos:self.pos+n]; self.pos += n
        return n
r = R(b'line one\nline two\nrest')
print(r.read(2), r.readline(), r.readall(), r.read(1), r.seekable(), r.closed)
br = io.BufferedReader(R(b'line one\nline two\nrest'), 8)
print(br, br.read(3), br.peek(), br.readline(), br.read(), br.closed, br.buffer_size if hasattr(br,'buffer_size') else None)
t(lambda: br.seek(0)); t(lambda: br.tell()); t(lambda: br.write(b'x')); t(lambda: br.name)
tw = io.TextIOWrapper(io.BufferedReader(R('żółw\nAlpha\r\nβ\n'.encode())), encoding='utf-8')
print(tw.encoding, tw.readline(), tw.read(2), tw.readlines(), tw.newlines)
t(lambda: tw.seek(0)); t(lambda: tw.tell()); t(lambda: tw.write('x'))
class W(io.RawIOBase):
    def __init__(self): self.out = []
    def writable(self): return True
    def write(self, b): self.out.append(bytes(b)); return len(b)
w = W(); bw = io.BufferedWriter(w, 4); print(bw.write(b'ab'), w.out, bw.write(b'cdefgh'), w.out, bw.flush(), w.out); bw.close(); print(w.closed)
w = W(); tw = io.TextIOWrapper(io.BufferedWriter(w, 16), encoding='ascii', errors='backslashreplace', newline='\r\n', line_buffering=True)
tw.write('héllo'); print(w.out); tw.write('\n'); print(w.out); tw.reconfigure(line_buffering=False, errors='replace'); tw.write('é\n'); print(w.out, tw.errors, tw.line_buffering); tw.close(); print(w.out)
t(lambda: io.BufferedReader(W())); t(lambda: io.BufferedWriter(R(b''))); t(lambda: io.BufferedReader(R(b''), 0)); t(lambda: io.BufferedRandom(R(b''))); t(lambda: io.TextIOWrapper(5))
p = io.BufferedRWPair(R(b'abc'), W()); print(p.read(2), p.write(b'zz'), p.readable(), p.writable(), p.flush()); 
d = io.IncrementalNewlineDecoder(None, True); print(repr(d.decode('a\r')), repr(d.decode('\nb\r')), repr(d.decode('', True)), d.newlines, d.getstate())
t(lambda: io.IOBase().read()); t(lambda: io.IOBase().seek(0)); t(lambda: io.IOBase().fileno()); t(lambda: io.IOBase().tell()); t(lambda: io.RawIOBase().read()); t(lambda: io.RawIOBase().write(b'')); t(lambda: io.TextIOBase().read()); t(lambda: io.BufferedIOBase().read())
i = io.IOBase(); print(i.closed, i.close(), i.closed); t(lambda: i.flush()); t(lambda: i.isatty()); t(lambda: i.__enter__())
print([c.__name__ for c in io.TextIOWrapper.__mro__], io.TextIOWrapper.__module__, isinstance(io.StringIO(), io.TextIOBase), issubclass(io.BytesIO, io.IOBase), io.UnsupportedOperation.__mro__)
t(lambda: io.open_code('a')); print(io.text_encoding(None), io.text_encoding('x'), io.DEFAULT_BUFFER_SIZE)
t(lambda: io.FileIO('zz')); 
f = io.FileIO('zz','w'); print(f, f.mode, f.write(b'abc'), f.tell(), f.closefd, f.readable()); t(lambda: f.read()); f.close(); print(f); t(lambda: f.write(b''))
t(lambda: io.FileIO('zz','rw')); t(lambda: io.FileIO('zz','q')); t(lambda: io.FileIO(-5)); t(lambda: io.FileIO([]))
f = io.FileIO('zz'); print(f.readall(), f.read(), f.seek(1), f.read(1), f.readline()); x=bytearray(2); f.seek(0); print(f.readinto(x), x); t(lambda: f.readinto(b'ab')); t(lambda: f.truncate(1))
