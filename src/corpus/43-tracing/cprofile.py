import cProfile, pstats, io
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
def gen():
    yield from range(3)
def work():
    fib(5)
    sorted([3, 1], key=lambda x: x)
    len('a'); [].append(1); sum(gen()); 'a'.join(['b']); dict.fromkeys('ab')
    try: int('x')
    except ValueError: pass
t = 0
def timer():
    global t; t += 1; return t
p = cProfile.Profile(timer, 0.001)
p.enable(); work(); p.disable()
for e in sorted(p.getstats(), key=lambda e: str(e.code)):
    print(e.code if isinstance(e.code, str) else e.code.co_name, e.callcount, e.reccallcount, e.totaltime, e.inlinetime, None if e.calls is None else sorted((str(c.code if isinstance(c.code, str) else c.code.co_name), c.callcount, c.reccallcount, c.totaltime, c.inlinetime) for c in e.calls))
s = io.StringIO()
ps = pstats.Stats(p, stream=s).sort_stats('ncalls', 'name')
ps.print_stats(); ps.print_callers(); ps.print_callees()
out = s.getvalue(); print(out)
p.clear(); print(p.getstats())
p2 = cProfile.Profile(); p2.enable()
try: p.enable()
except ValueError as e: print(e)
p2.disable()
r = cProfile.Profile(builtins=False, subcalls=False); print(r.runcall(fib, 3)); print([(e.callcount, e.reccallcount, e.calls) for e in r.getstats()])
with cProfile.Profile() as q: fib(2)
print(len(q.getstats()) > 0)
try: import _lsprof; _lsprof.Profiler(timeunit='a')
except TypeError as e: print(e)
