sources = """
[x for]
{1: 2, 3}
{1, 2: 3}
{1:}
{**a, b}
{]
(}
)
(1 +
x = )
"""
for line in sources.strip("\n").split("\n"):
    try:
        compile(line + "\n", "t.py", "exec")
        print(f"{line!r:32} fine")
    except SyntaxError as e:
        print(f"{line!r:32} {type(e).__name__}: {e.msg} ({e.lineno}:{e.offset}-{e.end_lineno}:{e.end_offset})")
