import dis
import math
import time
import collections
import operator


def fresh(source):
    space = {"math": math, "time": time, "collections": collections, "operator": operator}
    exec(f"def use(x, y, l, s, d):\n    {source}\n    return 1", space)
    return space["use"]


def form(f):
    return [i.opname for i in dis.get_instructions(f, adaptive=True) if i.opname.startswith("CALL")]


for source in """len(l) len(l,l) abs(x) repr(x) ord(s) chr(x) hash(x) id(x) isinstance(x,int) isinstance(x) issubclass(int,int) callable(x) iter(l)
next(iter(l)) max(x,y) max(l) min(x,y) sum(l) sum(l,x) sorted(l) sorted(l,key=abs) sorted(l,reverse=True) round(x) pow(x,y) pow(x,y,7) divmod(x,y)
bin(x) hex(x) getattr(x,"real") getattr(x,"a",1) hasattr(x,"a") setattr(use,"a",1) any(l) all(l) dir(x) vars(use) print(end="") format(x) format(x,"d") ascii(x)
globals() locals() open str() str(x) str(x,x) str(b"a","ascii") int() int(x) int(s,36) float(x) bool(x) list() list(l) tuple() tuple(l) tuple(l,l) dict() dict(l)
dict(a=1) set() set(l) frozenset(l) range(x) range(x,y) enumerate(l) enumerate(l,1) zip(l,l) map(str,l) filter(None,l) reversed(l) slice(x) complex(x,y) bytes(l)
bytearray(l) object() type(x) type("T",(),{}) super(int,x) ValueError() ValueError(x) property() memoryview(b"a") staticmethod(x) classmethod(x)
math.sqrt(x) math.floor(x) math.gcd(x,y) math.hypot(x,y) math.pow(x,y) math.log(x) math.isclose(x,y) time.time() time.perf_counter() time.sleep(0)
operator.add(x,y) operator.neg(x) operator.itemgetter(0) collections.deque() collections.OrderedDict() collections.defaultdict(list)""".split():
    f = fresh(source)
    for turn in range(3):
        try:
            f(1, 2, [(3, 4)], "a", {})
        except (TypeError, AttributeError):
            pass
    print(source, *form(f))
