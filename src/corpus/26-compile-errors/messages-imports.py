sources = """
import a.b as c.d
from x import
from . import *; import
import *
import a, b,
from a import (b, c
from a import ()
from a import b c
from __future__ import braces
from __future__ import nope
"""
for line in sources.strip("\n").split("\n"):
    try:
        compile(line + "\n", "t.py", "exec")
        print(f"{line!r:32} fine")
    except SyntaxError as e:
        print(f"{line!r:32} {type(e).__name__}: {e.msg} ({e.lineno}:{e.offset}-{e.end_lineno}:{e.end_offset})")
