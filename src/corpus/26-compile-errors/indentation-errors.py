sources = [
    "class A\n    pass\n", "class A()\n    pass\n", "def f\n    pass\n", "def f(\n    pass\n", "with a\n    pass\n", "else\n",
    "x = 1\n  y = 2\n", "if x:\n    a\n  b\n", "if x:\n\ta\n        b\n", "if x:\n        a\n\tb\n", "  x = 1\n", "def f():\n    x\n     y\n",
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
