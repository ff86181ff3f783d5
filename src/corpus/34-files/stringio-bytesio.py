import io
s = io.StringIO()
print("captured", 1, file=s)
s.write("more")
print(repr(s.getvalue()), s.tell())
s.seek(0)
print(repr(s.readline()), repr(s.read()), list(s))
s = io.StringIO("a\nb\nc")
print(s.readlines(), s.seek(2), s.read(1), s.truncate(3), repr(s.getvalue()))
b = io.BytesIO(b"abc")
print(b.read(1), b.getvalue(), b.seek(0, 2), b.write(b"def"), b.getvalue(), b.getbuffer()[0])
import sys
saved = sys.stdout
sys.stdout = io.StringIO()
print("hidden")
captured = sys.stdout.getvalue()
sys.stdout = saved
print("was", repr(captured))
for f in (lambda: io.StringIO(5), lambda: io.StringIO().write(b"x"), lambda: io.BytesIO("x"), lambda: s.close() or s.read(), lambda: io.BytesIO().write("x")):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
with io.StringIO("x") as t:
    print(t.read())
print(t.closed)
w = io.TextIOWrapper(io.BytesIO("é\n".encode()), encoding="utf-8")
print(repr(w.read()))
