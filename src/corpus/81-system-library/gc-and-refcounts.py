import gc, sys
class N:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
gc.disable(); print(gc.isenabled(), gc.get_threshold())
a, b = N("a"), N("b"); a.o, b.o = b, a; del a, b; print("collected", gc.collect() >= 2)
x = []; x.append(x); print(gc.is_tracked(x), gc.is_tracked(1), gc.is_tracked({}), gc.is_tracked({"a": 1}), gc.is_tracked({"a": []}), gc.is_tracked((1,)), gc.is_finalized(N("q")))
y = object(); l = [y, y]; print(sys.getrefcount(y), any(r is l for r in gc.get_referrers(y)), gc.get_referents([1, "a"]) == ["a", 1] or gc.get_referents([1, "a"]))
seen = []; gc.callbacks.append(lambda phase, info: seen.append((phase, info["generation"]))); gc.collect(0); gc.callbacks.clear(); print(seen)
for code in ("gc.collect(3)", "gc.collect(-1)", "gc.set_threshold()", "gc.collect('a')", "gc.get_objects(5)", "gc.set_debug('x')", "gc.get_count().__len__()", "gc.get_stats()[0].keys()", "gc.freeze(), gc.get_freeze_count() > 0, gc.unfreeze(), gc.get_freeze_count()", "gc.garbage"):
    try: print(code, eval(code))
    except Exception as e: print(code, type(e).__name__, e)
class R:
    def __del__(self): global saved; saved = self; print("resurrect")
r = R(); del r; print(type(saved).__name__); del saved; gc.enable(); print(gc.isenabled())
