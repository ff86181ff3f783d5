def t(name, value=None):
    print(name, end=" ")
    return value


def f(*a, **k):
    print("| call", a, k)


t("f", f)(t("a", 1), *t("b", [2]), t("c", 3), k=t("d", 4), **t("e", {"z": 5}))
print(t("x", 1) + t("y", 2) * t("z", 3))
d = {}
d[t("key", "k")] = t("value", "v")
print(d)
d[t("obj-key", "k")] += t("rhs", "w")
print(d)
{t("k1", 1): t("v1", 1), t("k2", 2): t("v2", 2)}
[t("i1"), t("i2")]
print()
(t("left", 1), t("right", 2))
t("cond-true") if t("test", 1) else t("cond-false")
print()
t("list", [1, 2, 3])[t("index", 0):t("stop", 2)]
print()


@t("deco1", lambda f: f)
@t("deco2", lambda f: f)
def g(a=t("default")):
    pass


print()
a = b = t("assigned", 5)
print(a, b)
