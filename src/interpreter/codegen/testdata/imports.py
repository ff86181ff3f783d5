import a
import a.b.c
import a.b.c as d
import x as y, z
from m import n
from m import n as o, p
from . import q
from ..r import s
from t import *
def f():
    import u.v
    from w import x as __y
