sources = [
    "for x in range(10):\n    pass\nelse\n    pass\n", "if x == 1:\n    y = 2\n else:\n    z = 3\n", "def f():\n    return\n  x\n", "try:\n    pass\nexcept* ValueError:\n    pass\nexcept KeyError:\n    pass\n",
    "a = 5\nb = a +\nc = 3\n", "print('a')\nprint('b'\nprint('c')\n", "d = {'a': 1\n     'b': 2}\n", "x = [1,\n     2\n     3]\n", "foo(a, b for b in c)\n", "foo(a for a in b, c)\n", "x = 1 if y else\n",
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
