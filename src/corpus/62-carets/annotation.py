def f(a: 1 / 0) -> int:
    pass
