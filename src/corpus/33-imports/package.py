import pkg
print(pkg.VERSION, pkg.__name__, pkg.__path__, pkg.__package__, hasattr(pkg, "deep"))
import pkg.deep.leaf
print(pkg.deep.leaf.where(), pkg.deep.leaf.__package__, pkg.deep.__name__)
from pkg import helper
from pkg.deep import leaf as renamed
from pkg.deep.leaf import where
print(helper.help_me(), renamed is pkg.deep.leaf, where())
import sys
print(sorted(m for m in sys.modules if m.startswith("pkg")))
try:
    import pkg.missing
except ModuleNotFoundError as e:
    print(e, e.name)
try:
    from pkg import missing
except ImportError as e:
    print(e)
try:
    import pkg.helper.deeper
except ModuleNotFoundError as e:
    print(e)
