sources = """
"abc
'abc
f"{x"
f"{}"
f"{x!}"
f"{x!z}"
f"}"
f"{x:{y}"
f"{lambda x: 1}"
b"é"
0x
0b2
0o8
1__0
1_
1e
1.2.3
12abc
0777
'\\N{nope}'
'\\x1'
'\\u12'
b'\\x'
'a' 'b' c
"""
for line in sources.strip("\n").split("\n"):
    try:
        compile(line + "\n", "t.py", "exec")
        print(f"{line!r:32} fine")
    except SyntaxError as e:
        print(f"{line!r:32} {type(e).__name__}: {e.msg} ({e.lineno}:{e.offset}-{e.end_lineno}:{e.end_offset})")
