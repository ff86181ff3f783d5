# What a trace function may do: f_locals, f_trace, opcodes, errors, call_tracing
import sys
# f_locals written in a trace function, f_trace, f_trace_lines, f_trace_opcodes
def f():
    x = 1
    y = x + 1
    return x, y
def tr(frame, event, arg):
    if frame.f_code is not f.__code__: return
    if event == 'line' and frame.f_lineno == f.__code__.co_firstlineno + 2:
        frame.f_locals['x'] = 41
        frame.f_locals['new'] = 1
    if event == 'return': print('locals', frame.f_locals)
    return tr
sys.settrace(tr); r = f(); sys.settrace(None); print(r)
def closure():
    c = 1
    def g():
        c
        return c
    return g()
def tr(frame, event, arg):
    if frame.f_code.co_name == 'g' and event == 'line': frame.f_locals['c'] = 5
    return tr
sys.settrace(tr); r = closure(); sys.settrace(None); print(r)
events = []
def nolines(frame, event, arg):
    frame.f_trace_lines = False
    events.append((event, frame.f_code.co_name)); return nolines
sys.settrace(nolines); f(); sys.settrace(None); print(events)
def ops(frame, event, arg):
    frame.f_trace_opcodes = True
    frame.f_trace_lines = False
    events.append((event, frame.f_lasti)); return ops
events.clear(); sys.settrace(ops); f(); sys.settrace(None); print(events)
events.clear(); sys.settrace(ops); f(); sys.settrace(None); print(events)
def once(frame, event, arg):
    events.append((event, frame.f_code.co_name)); return None
events.clear(); sys.settrace(once); f(); closure(); sys.settrace(None); print(events)
# f_trace set by hand on a running frame
def local(frame, event, arg):
    print('local', event, frame.f_lineno - sys._getframe(1).f_code.co_firstlineno); return local
def byhand():
    a = 1
    sys._getframe().f_trace = local
    b = 2
    sys.settrace(lambda *a: None)
    c = 3
    d = 4
    sys.settrace(None)
    e = 5
byhand()
def caller():
    def start():
        sys._getframe(1).f_trace = local
        sys.settrace(lambda *a: None)
    start()
    x = 1
    x = 2
    del sys._getframe().f_trace
    x = 3
    sys.settrace(None)
caller()
for bad in (1, None, 'x'):
    try: sys._getframe().f_trace_lines = bad
    except TypeError as e: print(e)
print(sys._getframe().f_trace, sys._getframe().f_trace_lines, sys._getframe().f_trace_opcodes)
# exception in a trace function takes it away
def fails(frame, event, arg):
    if event == 'line': raise KeyError('in trace')
    return fails
sys.settrace(fails)
try: f()
except KeyError as e: print(repr(e), sys.gettrace())
import traceback
sys.settrace(fails)
try: f()
except KeyError as e: traceback.print_tb(e.__traceback__, file=sys.stdout)
# call_tracing
depth = []
def inner(): return 7
def outer(frame, event, arg):
    depth.append((event, frame.f_code.co_name))
    if event == 'call' and frame.f_code is f.__code__: print(sys.call_tracing(inner, ()))
sys.settrace(outer); f(); sys.settrace(None); print(depth)
# tracing is off inside a trace function
print(sys.gettrace())
def selfset(frame, event, arg):
    sys.settrace(None); events.append('off'); return selfset
events.clear(); sys.settrace(selfset); f(); f(); print(events)
def switching(frame, event, arg):
    events.append(('a', event)); sys.settrace(other); return other
def other(frame, event, arg):
    events.append(('b', event)); return other
events.clear(); sys.settrace(switching); f(); sys.settrace(None); print(events)
exec("""
import sys
def tt(f, e, a):
    print(e, f.f_lineno, f.f_code.co_name); return tt
sys.settrace(tt)
class K:
    z = 1
    for q in [1, 2]: pass
x = [i for i in 'ab']
sys.settrace(None)
""")
try:
    f.missing
except AttributeError: pass
def rec(n): return n if n == 0 else rec(n - 1)
cnt = 0
def count(frame, event, arg):
    global cnt; cnt += 1; return count
sys.settrace(count); rec(50); sys.settrace(None); print(cnt)
def raises():
    try:
        next(iter([]))
    except StopIteration:
        pass
    for x in It(): pass
    a, b = It()
class It:
    def __iter__(self): self.n = 0; return self
    def __next__(self):
        self.n += 1
        if self.n > 1: raise StopIteration(9)
        return self.n
def ex(frame, event, arg):
    if event == 'exception': events.append((frame.f_code.co_name, frame.f_lineno - frame.f_code.co_firstlineno, repr(arg[1])))
    return ex
events.clear(); sys.settrace(ex)
try: raises()
except ValueError: pass
sys.settrace(None); print(events)
