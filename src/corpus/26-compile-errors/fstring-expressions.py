sources = [
    "print(f'{a b}')\n", "print(f'{a[}')\n", "print(f'{a.b.}')\n", "print(f'{ }')\n", "print(f'{a:{b:{c}}}')\n", "print(f'{a!r:')\n", "'a' = 1\n", "f'{a}' = 1\n", "(x for x in y) = 1\n", "[x for x in y] = 1\n", "x if y else z = 1\n", "lambda: 1 = 2\n",
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
