def run(eg):
    try:
        try: raise eg
        except* ValueError as g: print("V", g.exceptions); raise
        except* (KeyError, TypeError) as g: print("KT", [type(e).__name__ for e in g.exceptions])
        except* OSError: print("O")
        else: print("else")
        finally: print("finally")
    except BaseException as e: print("out", type(e).__name__, e, [type(x).__name__ for x in getattr(e, "exceptions", [])])
run(ExceptionGroup("g", [ValueError(1), KeyError(2), ExceptionGroup("n", [TypeError(3), ValueError(4)])]))
run(ExceptionGroup("g", [ZeroDivisionError()])); run(ValueError("naked")); run(KeyboardInterrupt("k")); run(ExceptionGroup("g", [OSError()]))
try:
    try: raise ExceptionGroup("a", [ValueError(1), TypeError(2)])
    except* ValueError: raise KeyError("new")
    except* TypeError: raise IndexError("two")
except ExceptionGroup as e: print(e, e.exceptions, repr(e.exceptions[0].__context__))
for code in ("try: pass\nexcept* ValueError: pass\nexcept KeyError: pass", "try: pass\nexcept*: pass", "for x in y:\n try: pass\n except* E: break", "def f():\n try: pass\n except* E: return", "try: pass\nexcept* E: pass\nfinally: pass"):
    try: compile(code, "f", "exec"); print("ok")
    except SyntaxError as e: print(e.msg)
for t in (ExceptionGroup, (ValueError, ExceptionGroup), 5):
    try:
        try: raise ValueError
        except* t: pass
    except TypeError as e: print(e)
    except ExceptionGroup as e: print("group", e)
