# What the functions and records of sys answer, and their errors
import sys
print(sys.flags[:4], sys.flags.int_max_str_digits); print(sys.version_info, sys.hexversion, sys.api_version, sys.copyright[:40]); print(sys.float_info); print(sys.int_info); print(sys.implementation.name, sys.implementation.version, sys.implementation.cache_tag)
print(sys.byteorder, sys.float_repr_style, sys.maxunicode, sys.abiflags, sys.platlibdir, sys.dont_write_bytecode)
for t in (sys.flags, sys.version_info, sys.float_info, sys.int_info, sys.thread_info, sys.get_asyncgen_hooks()):
    print(type(t), type(t).__module__, type(t).__qualname__, len(t), t.n_fields, t.n_sequence_fields, t.n_unnamed_fields)
    try: type(t)()
    except TypeError as e: print(e)
def attempt(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
attempt(lambda: sys.exit()); attempt(lambda: sys.exit(3)); attempt(lambda: sys.exit('x')); attempt(lambda: sys.exit((1, 2))); attempt(lambda: sys.exit(1, 2)); attempt(lambda: sys.exit(SystemExit(4)))
attempt(lambda: sys.intern('abc')); attempt(lambda: sys.intern(1)); 
class S(str): pass
attempt(lambda: sys.intern(S('x')))
attempt(lambda: sys.getrefcount()); attempt(lambda: sys.getsizeof()); attempt(lambda: sys._getframe(100)); attempt(lambda: sys._getframe('a'))
attempt(lambda: sys.getswitchinterval()); attempt(lambda: sys.setswitchinterval(0)); attempt(lambda: sys.setswitchinterval('a'))
attempt(lambda: sys.activate_stack_trampoline('perf')); attempt(lambda: sys.activate_stack_trampoline('x')); attempt(lambda: sys.activate_stack_trampoline(1)); attempt(lambda: sys.is_stack_trampoline_active()); attempt(lambda: sys.deactivate_stack_trampoline())
attempt(lambda: sys.set_int_max_str_digits(5)); attempt(lambda: sys.set_int_max_str_digits('a')); attempt(lambda: sys.get_int_max_str_digits())
attempt(lambda: sys.getdefaultencoding()); attempt(lambda: sys.getfilesystemencoding()); attempt(lambda: sys.getfilesystemencodeerrors())
attempt(lambda: sys.exc_info()); attempt(lambda: sys.exception())
try: 1/0
except ZeroDivisionError: print(sys.exc_info()[0], sys.exception())
attempt(lambda: sys.displayhook(None)); attempt(lambda: sys.displayhook([1])); import builtins; print(builtins._)
sys.displayhook('\ud800'); 
attempt(lambda: sys.displayhook()); attempt(lambda: sys.excepthook(1)); sys.excepthook(ValueError, ValueError('v'), None); sys.excepthook(1, 2, 3)
attempt(lambda: sys.unraisablehook(1))
events = []
def hook(ev, args):
    if on and ev.startswith('my.'): events.append((ev, args))
on = True
sys.addaudithook(hook); sys.audit('my.event', 1, 'a'); sys.audit('my.none'); print(events)
attempt(lambda: sys.audit()); attempt(lambda: sys.audit(3)); attempt(lambda: sys.addaudithook())
def bad(ev, args):
    if ev == 'my.bad': raise ValueError('audit says no')
sys.addaudithook(bad); attempt(lambda: sys.audit('my.bad'))
on = False
def uh(u): print('unraisable', u.exc_type, u.exc_value, u.err_msg, u.object)
sys.unraisablehook = uh
class D:
    def __del__(self): raise ValueError('in del')
d = D(); del d
sys.unraisablehook = sys.__unraisablehook__
class E:
    def __del__(self): raise KeyError('in del 2')
d = E(); del d
def uh2(u): raise TypeError('hook broke')
sys.unraisablehook = uh2
d = E(); del d
sys.unraisablehook = sys.__unraisablehook__
print(list(sys._current_frames().values())[0] is sys._getframe(), list(sys._current_exceptions().values()))
print(sys._getframemodulename(), sys._getframemodulename(5))
def f(): return sys._getframe(1).f_code.co_name
print(f())
print(sys.is_finalizing(), sys.gettrace(), sys.getprofile(), sys.getrecursionlimit())
print(type(sys.stdin).__name__, sys.stdout.encoding, sys.stderr.errors, sys.__stdout__ is sys.stdout)
print('sys' in sys.builtin_module_names, len(sys.stdlib_module_names), 'asyncio' in sys.stdlib_module_names)
print(sys.warnoptions, sys._xoptions, sys.pycache_prefix, sys.argv)
def eh(t, v, tb): print('excepthook', t, v)
sys.excepthook = eh
raise ValueError('end')
