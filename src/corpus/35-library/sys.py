import sys
print(sys.version_info[:3], sys.version_info.major, sys.version.split()[0], sys.implementation.name, sys.implementation.cache_tag, sys.hexversion >> 16 == 0x030c)
print(sys.byteorder, sys.maxunicode, sys.getdefaultencoding(), sys.getfilesystemencoding(), sys.getrecursionlimit(), sys.getswitchinterval(), sys.api_version, sys.float_info.max, sys.float_info.epsilon, sys.float_info.dig, sys.int_info.default_max_str_digits)
print(type(sys.modules).__name__, type(sys.path).__name__, sys.argv, sys.flags.optimize, sys.flags.interactive, sys.copyright.splitlines()[0][:13])
sys.setswitchinterval(0.01)
print(sys.getswitchinterval(), sys.intern("abc") is sys.intern("abc"), sys.is_finalizing(), sys.exc_info())


def f():
    frame = sys._getframe()
    return frame.f_code.co_name, frame.f_back.f_code.co_name, frame.f_lineno, sorted(frame.f_locals), frame.f_globals is globals()


print(f(), sys._getframe().f_code.co_name)
try:
    sys._getframe(100)
except ValueError as e:
    print(e)
print(sys.displayhook.__name__, sys.excepthook.__name__, hasattr(sys, "ps1"), sys.stdlib_module_names >= {"os", "sys"})
sys.displayhook("shown")
sys.displayhook(None)
import builtins
print(builtins._)
try:
    sys.intern(5)
except TypeError as e:
    print(e)
