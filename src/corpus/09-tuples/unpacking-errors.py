def attempt(code):
    try:
        exec(code)
    except Exception as e:
        print(type(e).__name__ + ":", e)


attempt("a, b = 1, 2, 3")
attempt("a, b = [1]")
attempt("a, b, c = 'ab'")
attempt("a, b = 5")
attempt("a, *b, c = [1]")
attempt("a, b = None")
attempt("(a, b), c = 1, 2")
attempt("a, b = {'x': 1}")
attempt("a, b = iter([1, 2, 3])")
attempt("for a, b in [1, 2]: pass")
attempt("for a, b in ['abc']: pass")
attempt("a, b = {1, 2, 3}")
attempt("() = [1]")
attempt("print(*5)")
attempt("[*None]")
attempt("{**[1]}")
attempt("{**5}")
