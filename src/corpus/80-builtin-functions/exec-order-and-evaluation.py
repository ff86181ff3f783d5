def t(n, v=None): print("eval", n); return v
d = {}
d[t("key", 1)] = t("value", 2)
t("obj", d)[t("k2", 3)] = t("v2", 4)
x = t("a", 1) < t("b", 0) < t("c", 5)
[t("l1"), *t("star", [1]), t("l2")]
{t("dk", 1): t("dv"), **t("du", {})}
t("f", print)(t("arg1", ""), end=t("kw", "")); print()
(t("r1", 1), t("r2", 2))[t("idx", 0)]
a, b = t("first", [0]), t("second", [0])
a[t("ia", 0)], b[t("ib", 0)] = t("pair", (5, 6))
y = t("then", 1) if t("cond", 0) else t("else", 2)
t("left", 1) or t("never"); t("l", 0) and t("never")
def deco(n): return t(n, lambda f: (print("apply", n), f)[1])
@deco("d1")
@deco("d2")
def f(p=t("default"), *, q: t("ann", int) = t("kwdefault")) -> t("ret"): pass
class C(t("base", object), metaclass=t("meta", type)): z = t("body")
del a[t("del", 0)]
assert t("assert", 1), t("msg")
print(f"{t('f1', 1)}{t('f2', 2):{t('spec', '>3')}}", t("x", 2) ** t("y", 3), -t("neg", 1))
a = b = c = t("chain", 7)
for t.attr in [1, 2]: pass
i = 0; lst = [10, 20]; i, lst[i] = 1, 99; print(i, lst, t.attr)
