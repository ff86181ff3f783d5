try:
    import failing
except ZeroDivisionError as e:
    print("import failed:", e)
import sys
print("failing" in sys.modules)
try:
    import failing
except ZeroDivisionError:
    print("runs again")
import partly
try:
    from partly import later
except ImportError as e:
    print(e)
try:
    from . import sibling
except ImportError as e:
    print(e)
try:
    from .. import x
except ImportError as e:
    print(e)
try:
    import partly.sub
except ModuleNotFoundError as e:
    print(e)
def f():
    import partly as p
    return p.now


print(f())
