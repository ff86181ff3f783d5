def outer(a, b=1, /, c=2, *args, d, e=3, **kw):
    "doc"
    local = a + b

    def inner():
        return local, c
    return inner


c = outer.__code__
for name in ("co_name", "co_qualname", "co_argcount", "co_posonlyargcount", "co_kwonlyargcount", "co_nlocals", "co_stacksize", "co_flags", "co_names", "co_varnames", "co_cellvars", "co_freevars", "co_firstlineno", "co_filename"):
    print(name, getattr(c, name))
print(c.co_consts[0], [type(k).__name__ for k in c.co_consts], len(c.co_code) % 2, list(c.co_lines())[:3], list(c.co_positions())[1])
inner = [k for k in c.co_consts if hasattr(k, "co_name")][0]
print(inner.co_name, inner.co_qualname, inner.co_freevars, inner.co_flags)
print(c == outer.__code__, c.replace(co_name="other").co_name, c.co_exceptiontable, c.co_linetable.hex())
g = (x for x in [])
print(g.gi_code.co_name, bool(g.gi_code.co_flags & 0x20), (lambda: 0).__code__.co_name)
