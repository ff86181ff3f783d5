def f(a, b: int = 2, *c, d: "text" = "x", **e) -> float:
    """The doc.

    More."""
    local = 1
    return local


f.note = "mine"
print(f.__name__, f.__qualname__, f.__module__, f.__doc__, f.__defaults__, f.__kwdefaults__, f.__annotations__)
print(f.note, f.__dict__, vars(f))
c = f.__code__
print(c.co_name, c.co_argcount, c.co_kwonlyargcount, c.co_posonlyargcount, c.co_nlocals, c.co_varnames, c.co_consts, c.co_names, c.co_firstlineno, c.co_flags)
print(f.__closure__, f.__globals__ is globals(), type(f).__name__)
f.__name__ = "renamed"
f.__doc__ = None
print(f.__name__, f.__doc__)
for code in ("f.missing", "f.__name__ = 5", "f.__defaults__ = 1", "del f.__name__", "f.__closure__ = ()"):
    try:
        exec(code)
    except Exception as e:
        print(type(e).__name__, e)
