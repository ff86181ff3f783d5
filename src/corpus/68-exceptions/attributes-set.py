for code in """
e = ValueError("a"); e.args = (1, 2); print(e, repr(e))
e = ValueError("a"); e.args = "xyz"; print(e.args)
e = ValueError("a"); e.args = 5
e = ValueError("a"); del e.args
e = ValueError("a"); e.__cause__ = KeyError(1); print(e.__cause__, e.__suppress_context__)
e = ValueError("a"); e.__cause__ = 5
e = ValueError("a"); e.__context__ = "x"
e = ValueError("a"); e.__traceback__ = 5
e = ValueError("a"); e.__suppress_context__ = 5; print(e.__suppress_context__)
e = ValueError("a"); e.extra = 1; print(e.__dict__)
e = ValueError("a"); e.__notes__ = "not a list"; e.add_note("x")
e = OSError(2, "m", "f"); e.errno = 5; e.filename = "g"; print(e, e.errno)
e = KeyError("k"); e.args = (); print(repr(str(e)))
raise ValueError from None
raise 5
raise ValueError, "x"
raise
ValueError.x = 1
e = StopIteration(1); e.value = 2; print(e.args, e.value)
e = SystemExit(1); e.code = "c"; print(e.code, e.args)
""".strip().splitlines():
    print(code)
    try:
        exec(code)
    except Exception as error:
        print("   ", type(error).__name__ + ":", error)
