import io, sys
print(); print(1, "a", None, sep="|", end="!\n"); print("a", "b", sep=""); print(*[1, 2], sep=", "); print("x", end=""); print("y", flush=True); print(sep="?"); print("a", sep=None, end=None)
f = io.StringIO(); print("to file", 5, file=f); print(repr(f.getvalue())); print("e", file=None)
class W:
    def write(self, s): got.append(s)
got = []; print("a", 1, sep="-", file=W()); print(got)
for kw in ({"sep": 5}, {"end": 5}, {"file": 5}, {"x": 1}, {"file": W, "flush": True}):
    try: print("a", **kw)
    except Exception as e: print(type(e).__name__, e)
class F(W):
    def flush(self): got.append("flushed")
got.clear(); print("z", file=F(), flush=True); print(got)
class S:
    def __str__(self): return "S!"
    def __repr__(self): return "R!"
print(S(), [S()], (S(),), {1: S()}, f"{S()} {S()!r}", "%s %r" % (S(), S()))
sys.stdout.write("direct\n"); print("é😀 \\ \t|", "a\nb")
