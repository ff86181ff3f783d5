sources = [
    "if x:\n", "if x:\npass\n", "while x:\npass\n", "for a in b:\npass\n", "def f():\npass\n", "class A:\npass\n", "try:\npass\n",
    "try:\n    pass\nx = 1\n", "try:\n    pass\nexcept:\npass\n", "try:\n    pass\nfinally:\npass\n", "try:\n    pass\nexcept:\n    pass\nexcept ValueError:\n    pass\n",
    "with a:\npass\n", "with a as b:\npass\n", "if x:\n    pass\nelse:\npass\n", "if x:\n    pass\nelif y:\npass\n", "if x:\n    pass\nelif y\n    pass\n",
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
