print(eval("1 + 2 * 3"), eval("[x for x in range(3)]"), eval("len('abc')"))
exec("a = 5\nprint(a * 2)")
print(a)
code = compile("x + y", "<mine>", "eval")
print(eval(code, {"x": 1, "y": 2}), code.co_names, code.co_filename, code.co_name)
ns = {"n": 3}
exec(compile("for i in range(n):\n    total = i", "<loop>", "exec"), ns)
print(ns["i"], ns["total"])
single = compile("1 + 1", "<single>", "single")
exec(single)
exec("'shown in single mode'", {})


def f():
    b = 1
    exec("b = 2; c = 3")
    return b, "c" in locals()


print(f(), eval("z", {"z": 1}, {"z": 2}))
for t in ("nope", "1 +", "(", "import os"):
    try:
        eval(t)
    except (NameError, SyntaxError) as e:
        print(type(e).__name__, e)
for f in (lambda: eval(5), lambda: exec(5), lambda: eval("1", 5), lambda: eval("1", {}, 5), lambda: eval(), lambda: exec(code, {"x": 1})):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
try:
    exec("def g():\n    return h()\ng()")
except NameError as e:
    print(e)
