import ast
c = compile("x = 1\nx + 1", "f.py", "exec"); ns = {}; exec(c, ns); print(ns["x"], c.co_filename, c.co_name, eval(compile("1 + 1", "e", "eval")))
exec(compile("5\n'a'\nNone", "s", "single")) if False else exec(compile("5", "s", "single")); exec(compile("None", "s", "single"))
print(type(compile("1", "f", "eval", ast.PyCF_ONLY_AST)).__name__, eval(compile(ast.parse("2 * 3", mode="eval"), "f", "eval")), compile("", "f", "exec").co_consts, compile(b"# -*- coding: latin-1 -*-\nx = '\xe9'", "f", "exec").co_consts[0])
for args in (("1 +", "f", "eval"), ("x = 1", "f", "eval"), ("1\n2", "f", "single"), ("1", "f", "bad"), ("1", 5, "eval"), (5, "f", "eval"), ("1", "f", "eval", 10**6), ("a\0b", "f", "exec"), ("1", "f", "exec", 0, False, 5), (b"\xff", "f", "exec"), ("return 1", "f", "exec"), ("await x", "f", "exec")):
    try: compile(*args); print("ok")
    except Exception as e: print(args[:3], type(e).__name__, e.msg if isinstance(e, SyntaxError) else e)
print(compile("assert 0", "f", "exec", optimize=1).co_names, compile("'doc'\nx=1", "f", "exec", optimize=2).co_consts, eval(compile("__debug__", "f", "eval", optimize=1)), compile("1 if x else 2", "f", "eval", dont_inherit=True).co_names)
