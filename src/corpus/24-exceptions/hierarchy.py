tree = [BaseException, Exception, ArithmeticError, LookupError, OSError, RuntimeError, ValueError, Warning]
for c in (ZeroDivisionError, IndexError, KeyError, FileNotFoundError, RecursionError, UnicodeDecodeError, KeyboardInterrupt, SystemExit, GeneratorExit,
          StopIteration, NotImplementedError, UnboundLocalError, ModuleNotFoundError, IndentationError, TabError, OverflowError, DeprecationWarning, BrokenPipeError, TimeoutError):
    print(c.__name__, [b.__name__ for b in c.__mro__[1:-1]])
print(IOError is OSError, EnvironmentError is OSError, issubclass(bool, int))
try:
    raise IndexError("i")
except LookupError as e:
    print("lookup", e)
try:
    raise FileNotFoundError(2, "gone")
except OSError as e:
    print(type(e).__name__, e)
try:
    raise KeyboardInterrupt
except Exception:
    print("not here")
except BaseException as e:
    print("base", repr(e))
