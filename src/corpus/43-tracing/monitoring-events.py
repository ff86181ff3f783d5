# sys.monitoring: events, DISABLE, local events, errors
import sys, dis
M = sys.monitoring
E = M.events
T = 3
names = {v: k for k, v in vars(E).items() if v and k != 'NO_EVENTS'}
log = []
def show(x):
    if x is M.MISSING: return 'MISSING'
    if isinstance(x, BaseException): return repr(x)
    if isinstance(x, (int, str, type(None), list, tuple)): return repr(x)
    return getattr(x, '__qualname__', type(x).__name__)
def cb(name):
    def f(code, *args):
        log.append(f"{name} {code.co_name} {' '.join(map(show, args))}")
    return f
M.use_tool_id(T, 'test')
print(M.get_tool(T), M.get_tool(4))
for v, n in names.items(): M.register_callback(T, v, cb(n))
def run(f, events, *args):
    log.clear()
    M.set_events(T, events)
    try: f(*args)
    except BaseException as e: log.append(repr(e))
    M.set_events(T, 0)
    print('==', f.__name__, events)
    for l in log: print(l)
def a(n):
    t = 0
    for i in range(n):
        if i: t += len('ab')
        else: t -= 1
    while t > 3: t -= 1
    return t or None
def gen():
    x = yield 1
    return 2
def b():
    for v in gen(): pass
    r = yield from gen()
    return r
def c():
    try:
        try: int('x')
        except ValueError as e: raise KeyError from e
        finally: pass
    except KeyError: pass
    g = gen(); next(g)
    try: g.throw(OSError('o'))
    except OSError: pass
    g = gen(); next(g); g.close()
    [].pop()
class D:
    def __init__(self): super().__init__()
    def m(self, *a): return a
def d():
    o = D(); o.m(1); f = o.m; f(); f(*[1]); len(*['a']); D.m(o); str.upper('a'); print(end='', *[])
    if o is None: pass
    if o is not None: pass
    x = None if f else 1
for e in (E.PY_START | E.PY_RESUME | E.PY_RETURN | E.PY_YIELD | E.PY_UNWIND | E.PY_THROW, E.LINE, E.CALL | E.C_RETURN | E.C_RAISE, E.JUMP | E.BRANCH, E.RAISE | E.RERAISE | E.EXCEPTION_HANDLED | E.STOP_ITERATION, E.INSTRUCTION):
    run(a, e, 3)
    run(lambda: list(b()), e)
    run(c, e)
    run(d, e)
print(M.get_events(T))
# disable
def dis_line(code, line):
    log.append(('line', line)); return M.DISABLE
M.register_callback(T, E.LINE, dis_line)
def loop():
    for i in range(3):
        x = i
log.clear(); M.set_events(T, E.LINE); loop(); loop(); M.set_events(T, 0); print(log)
log.clear(); M.set_events(T, E.LINE); loop(); M.restart_events(); loop(); M.set_events(T, 0); print(log)
# local
log.clear(); M.set_local_events(T, loop.__code__, E.LINE); print(M.get_local_events(T, loop.__code__)); loop(); a(1); M.set_local_events(T, loop.__code__, 0); loop(); print(log)
# errors
for f in [lambda: M.use_tool_id(T, 'x'), lambda: M.use_tool_id(9, 'x'), lambda: M.use_tool_id(4, 3), lambda: M.set_events(4, 1), lambda: M.set_events(T, 1 << 20), lambda: M.set_events(T, -1),
          lambda: M.set_events(T, E.C_RETURN), lambda: M.set_local_events(T, 3, 1), lambda: M.set_local_events(T, loop.__code__, E.RAISE), lambda: M.register_callback(T, 3, None), lambda: M.register_callback(T, 0, None), lambda: M.register_callback(T, 1 << 20, None), lambda: M.get_events(-1), lambda: M.get_local_events(T, None)]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
M.register_callback(T, E.RAISE, lambda *a: M.DISABLE)
M.set_events(T, E.RAISE)
try:
    try: raise OSError
    except OSError: pass
except ValueError as e: print(e)
M.set_events(T, 0)
print(M.register_callback(T, E.LINE, None) is dis_line, M.register_callback(T, E.LINE, None))
def boom(code, off): raise RuntimeError('boom')
M.register_callback(T, E.PY_START, boom); M.set_events(T, E.PY_START)
try: loop()
except RuntimeError as e: print(e)
M.set_events(T, 0)
# two tools
M.use_tool_id(1, 'one'); order = []
M.register_callback(1, E.PY_START, lambda *a: order.append(1)); M.register_callback(T, E.PY_START, lambda *a: order.append(T))
M.set_events(1, E.PY_START); M.set_events(T, E.PY_START); print(M._all_events()); loop(); M.set_events(1, 0); M.set_events(T, 0); print(order)
M.free_tool_id(T); print(M.get_tool(T))
print(sorted(dir(M)), sorted(vars(E)))
