from __future__ import annotations
x: int | None = 1
def f(a: list[int], *, b: 'str' = "x", c: x if y else z = None, **k: lambda a, *b, c=1, **d: (a, *b)) -> {1: 2, **d}:
    pass
y: f(x for x in y) = (yield_ := 3)
z: -1 ** 2 + (a or b and not c) < d is not e[1:2, ...].f
w: f"{a!r:>{w}}{{}}" 'x'
v: [i async for i in b if c] = {1, 2}
u: 1e400 + 5 .real
t: (a,) = (*b, c)
