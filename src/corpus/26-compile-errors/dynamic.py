for source in ("1 +", "x = ", "print('hi'", "a b", "  x = 1", "def f(): return 1\nreturn 2"):
    for mode in ("exec", "eval"):
        try:
            compile(source, "<text>", mode)
            print(mode, repr(source), "fine")
        except SyntaxError as e:
            print(mode, repr(source), "->", type(e).__name__, e)
try:
    eval("x = 1")
except SyntaxError as e:
    print(e)
try:
    eval("")
except SyntaxError as e:
    print(e)
exec("")
exec("# only a comment")
print(eval("  1 + 1"), eval("(1,\n2)"))
for args in (("1", "f", "nope"), ("1",), (5, "f", "exec"), ("a\0b", "f", "exec")):
    try:
        compile(*args)
    except (TypeError, ValueError, SyntaxError) as e:
        print(type(e).__name__, e)
try:
    exec("line one = 1")
except SyntaxError as e:
    import traceback
    print("".join(traceback.format_exception_only(e)), end="")
