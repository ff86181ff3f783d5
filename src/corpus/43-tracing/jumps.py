# frame.f_lineno assigned in a trace function
import sys
def trace_jumps(f, jumps):
    """jumps: {line offset: to offset}"""
    base = f.__code__.co_firstlineno
    out = []
    pending = dict(jumps)
    def tr(frame, event, arg):
        if frame.f_code is not f.__code__: return None
        line = frame.f_lineno - base
        if event == 'line' and line in pending:
            to = pending.pop(line)
            try:
                frame.f_lineno = base + to
                out.append(f'jumped {line}->{to}, now {frame.f_lineno - base}')
            except Exception as e:
                out.append(f'{type(e).__name__}: {e}')
        else: out.append(f'{event} {line}')
        return tr
    sys.settrace(tr)
    try: r = f()
    except Exception as e: r = repr(e)
    finally: sys.settrace(None)
    print('==', f.__name__, r)
    for o in out: print(' ', o)
def f1():
    a = []
    a.append(1)
    a.append(2)
    a.append(3)
    return a
trace_jumps(f1, {2: 4}); trace_jumps(f1, {4: 2}); trace_jumps(f1, {3: 3})
def f2():
    out = []
    for i in range(3):
        out.append(i)
        out.append(-i)
    out.append('end')
    return out
trace_jumps(f2, {3: 5}); trace_jumps(f2, {1: 3}); trace_jumps(f2, {4: 2}); trace_jumps(f2, {5: 3}); trace_jumps(f2, {3: 99}); trace_jumps(f2, {3: -5})
def f3():
    out = []
    try:
        out.append('try')
        1/0
    except ZeroDivisionError:
        out.append('except')
    finally:
        out.append('finally')
    out.append('after')
    return out
trace_jumps(f3, {3: 6}); trace_jumps(f3, {6: 9}); trace_jumps(f3, {3: 8}); trace_jumps(f3, {1: 3}); trace_jumps(f3, {8: 3}); trace_jumps(f3, {9: 8})
def f4():
    with open(__file__) as f:
        x = 1
    y = 2
    return y
trace_jumps(f4, {2: 3}); trace_jumps(f4, {3: 2}); trace_jumps(f4, {1: 3}); trace_jumps(f4, {1: 2})
def f5():
    if True:
        x = 1
    else:
        x = 2
    while x < 5:
        x += 1
    return x
trace_jumps(f5, {1: 4}); trace_jumps(f5, {5: 7}); trace_jumps(f5, {6: 5})
try:
    sys._getframe().f_lineno = 3
except ValueError as e: print(e)
try:
    del sys._getframe().f_lineno
except AttributeError as e: print(e)
try:
    sys._getframe().f_lineno = 'a'
except ValueError as e: print(e)
def tr2(frame, event, arg):
    if frame.f_code.co_name != 'f1': return
    try: frame.f_lineno = frame.f_code.co_firstlineno + 4
    except ValueError as e: print(event, e)
    return tr2
sys.settrace(tr2); f1(); sys.settrace(None)
