if (n := len("abc")) > 2: print(n)
print([y := 1, y + 1], (z := 5) + z, [last := i for i in range(3)], last, any((hit := v) > 2 for v in [1, 3, 5]), hit)
while (c := n) > 1: n -= 1
print(c, n, (lambda: (q := 7))(), {(k := "a"): (v := 1)}, k, v, f"{(w := 3)}", w, [1, 2, 3][(i := 1)], i)
def f(a=(d := 4)): return a
print(f(), d, f((e := 9)), e)
for code in ("x := 1", "(x.a := 1)", "(x[0] := 1)", "f(a=b := 1)", "[i := 0 for i in x]", "[[(i := 0) for j in x] for i in y]", "class A: [(x := 1) for y in z]", "lambda: x := 1", "(a, b := 1)", "def f(a: (x := 1) = 1): pass", "[x for x in (y := [1])]", "((a, b) := 1)", "(None := 1)", "with (x := open): pass", "x = y := 1", "assert (x := 1)", "del (x := 1)", "(x := 1) = 2"):
    try: compile(code, "f", "exec"); print(code, "ok")
    except SyntaxError as e: print(code, "|", e.msg)
