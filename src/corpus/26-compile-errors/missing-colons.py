sources = [
    "for a in b\n    pass\n", "while x\n    pass\n", "try\n    pass\n", "try:\n    pass\nexcept ValueError, KeyError:\n    pass\n", "try:\n    pass\nexcept ValueError as e.x:\n    pass\n",
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
