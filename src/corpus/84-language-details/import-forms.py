import sys, types
m = types.ModuleType("fake", "doc"); m.a, m._b, m.c = 1, 2, 3; m.sub = types.ModuleType("fake.sub"); sys.modules["fake"] = m; sys.modules["fake.sub"] = m.sub; m.sub.v = "deep"
import fake, fake.sub as s, fake as f2
from fake import a, c as renamed, sub
from fake.sub import v
print(fake is f2, s.v, a, renamed, sub is s, v)
ns = {}; exec("from fake import *", ns); print(sorted(k for k in ns if not k.startswith("__")))
m.__all__ = ["_b", "a"]; ns = {}; exec("from fake import *", ns); print(sorted(k for k in ns if not k.startswith("__")))
for code in ("from fake import nope", "import fake.nope", "import nope", "from nope import x", "import fake.sub.deeper", "from . import x", "from .fake import y", "import a.b.c.d", "from fake import *, a", "import fake as f.g", "from fake import (a, b,)", "from fake import ()", "def f(): from fake import *", "import *", "from fake import a as 5"):
    try: exec(code, {"__name__": "__main__", "__package__": None}); print(code, "ok")
    except (ImportError, SyntaxError, KeyError) as e: print(code, "|", type(e).__name__, e.msg if isinstance(e, SyntaxError) else e)
m.__all__ = ["missing"]
try: exec("from fake import *")
except AttributeError as e: print(e)
m.__all__ = [5]
try: exec("from fake import *")
except TypeError as e: print(e)
del m.__all__; m.__getattr__ = lambda n: n.upper() if n != "dead" else (_ for _ in ()).throw(AttributeError("dead")); from fake import dynamic; print(dynamic, fake.other)
sys.modules["blocked"] = None
try: import blocked
except ImportError as e: print(type(e).__name__, e)
print(__import__("fake.sub").__name__, __import__("fake.sub", fromlist=["v"]).__name__, m.__doc__, repr(m), vars(m).get("__spec__"))
