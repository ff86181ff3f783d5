"""Docstring."""
x: int = 1
y: str
(z): float = 2.0
a.b: int = 3
a.c: list[int]
a[0:1, 2]: int
class C:
    p: int
    q: str = 'q'
    __r: int
def f(a: int, /, b: str = '', *args: *Ts, c: float = 1.0, **kw: dict) -> None:
    v: int = 1
    w: undefined
