import shapes
import shapes as s
from shapes import area, PI as pi

print(shapes.area(2), s is shapes, area(1), pi, shapes.__name__, __name__)
print(shapes.__file__, shapes.__doc__, shapes._private, hasattr(shapes, "missing"))
shapes.PI = 3
print(shapes.area(2), pi, area(2))
from shapes import *
print(describe(1), "_private" in globals(), "hidden" in globals())
import sys
print("shapes" in sys.modules, sys.modules["shapes"] is shapes, type(shapes), repr(shapes))
try:
    shapes.nope
except AttributeError as e:
    print(e)
try:
    from shapes import nope
except ImportError as e:
    print(e)
import shapes
print("second import runs nothing")
