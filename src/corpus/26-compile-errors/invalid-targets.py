sources = [
    "a and b = 1\n", "-a = 1\n", "a < b = c\n", "... = 1\n", "__debug__ = 1\n", "def f(__debug__): pass\n", "x = y = 1 = z\n", "x, 1 = 2\n", "for f() in x: pass\n", "with x as f(): pass\n", "with x as (a, 1): pass\n", "[a, b + c] = d\n", "del (a, b + c)\n", "del a if b else c\n", "del *a\n", "import a as b.c\n", "global x, \n",
]
for source in sources:
    try:
        compile(source, "t.py", "exec")
        print(repr(source), "fine")
    except (SyntaxError, ValueError) as e:
        if isinstance(e, SyntaxError):
            print(repr(source), f"{type(e).__name__}: {e.msg} ({e.lineno}:{e.offset}-{e.end_lineno}:{e.end_offset}) {e.text!r}")
        else:
            print(repr(source), type(e).__name__, e)
