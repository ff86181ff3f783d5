# Frames, tracebacks, notes, groups and warnings as a program sees them
import sys, traceback, types, warnings
def f(): 1/0
try: f()
except ZeroDivisionError as e: tb = e.__traceback__
print([(x.name, x.lineno) for x in traceback.extract_tb(tb)])
fr = tb.tb_next.tb_frame
print(fr.f_locals, fr.f_back is None, fr.f_lineno, fr.f_code.co_name)
try: tb.tb_next = tb
except ValueError as e: print(e)
try: tb.tb_next = 3
except TypeError as e: print(e)
t2 = types.TracebackType(None, fr, 4, 2); print(t2.tb_lasti, t2.tb_lineno, t2.tb_next)
for bad in [(None, fr, 'a', 2), (3, fr, 1, 1), (None, 3, 1, 1), (None, fr, 1)]:
    try: types.TracebackType(*bad)
    except TypeError as e: print(e)
def g():
    x = [1]; y = 2
    raise ValueError
try: g()
except ValueError as e:
    fr = e.__traceback__.tb_next.tb_frame
    print(fr.f_locals); fr.clear(); print(fr.f_locals)
try: sys._getframe().clear()
except RuntimeError as e: print(e)
def gen():
    z = 1
    yield sys._getframe()
it = gen(); fr = next(it)
print(fr.f_locals, fr.f_back)
fr.clear(); print(fr.f_locals, list(it))
def loc():
    a = 1
    d = locals(); d['a'] = 9; d['b'] = 2
    return a, locals() is d, sorted(locals())
print(loc())
def nested():
    q = 1
    def inner(): return q
    return sys._getframe().f_locals
print(sorted(nested()))
class K:
    w = 1
    print(sorted(k for k in sys._getframe().f_locals if not k.startswith('__')))
print([n for n in dir(fr) if n.startswith('f_')], [n for n in dir(tb) if n.startswith('tb_')])
for fr, line in traceback.walk_tb(tb): print(fr.f_code.co_name, line)
def ws(): print([fr.f_code.co_name for fr, l in traceback.walk_stack(None)])
def ws2(): ws()
ws2()
e = ValueError('top'); e.add_note('note 1'); e.add_note('note\ntwo')
try: e.add_note(3)
except TypeError as x: print(x)
eg = ExceptionGroup('eg', [e, TypeError('t'), ExceptionGroup('in', [KeyError('k')])])
try: raise eg
except ExceptionGroup as x: traceback.print_exception(x, file=sys.stdout)
print(''.join(traceback.format_exception_only(e)))
warnings.warn('user warning')
warnings.warn('dep', DeprecationWarning, stacklevel=1)
def w(): warnings.warn('two', stacklevel=2)
w()
print(~True)
exec('x = 1 is 1\n"\\d"')
with warnings.catch_warnings():
    warnings.simplefilter('error')
    try: warnings.warn('now error')
    except UserWarning as u: print(repr(u))
def deep(n):
    if n: deep(n - 1)
    else: raise RuntimeError('deep') from e
sys.tracebacklimit = 3
try: deep(10)
except RuntimeError: traceback.print_exc(file=sys.stdout)
del sys.tracebacklimit
raise eg
