E = SyntaxError

for code in """
E.__mro__
E(), E("a"), E("a", 1), E(None)
str(E()), str(E("a")), str(E("a", 1)), str(E(5))
E("a", 1).args, E("x").__cause__, E("x").__context__, E("x").__suppress_context__, E("x").__traceback__
E(x=1)
E("a") == E("a"), hash(E("a")) != 0
E("a").__reduce__()
E("a").with_traceback(None), E("a").with_traceback(5)
(lambda e: (e.add_note("n"), e.__notes__))(E("a"))
E("a").add_note(5)
__import__("copy").copy(E("a")), __import__("pickle").loads(__import__("pickle").dumps(E("a")))
isinstance(E("a"), Exception), issubclass(E, OSError)
E("m", ("f", 1, 2, "text")).text, E("m").msg, E("m", ("f", 1, 2, "text")).lineno
str(E("m", ("f", 1, 2, "text"))), str(E("m", ("d/f", 3, 2, "t")))
E("m", (1, 2))
E("m", ("f", 1, 2, "t", 3, 4)).end_offset
E("m", 5)
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
