sources = [
    "x = (1,\n  2\n", "x = [\n", "x = {1: 2,\n\ny = 3\n", "f(1,\n  2\n", "x = '''abc\n", "f'''{\n", "f'''abc\n", "x = 'a\\\n", "\\\n", "x = \\ 1\n", "x = 1 \\", "a = 1\n\x00\n",
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
