for code in ("assert 1", "assert 0", "assert 0, 'msg'", "assert [], [1, 2]", "assert None, None", "assert (0, 'always true')", "assert 0, (1, 2)", "assert not 1, f'{1 + 1}'", "assert False, ValueError('inner')"):
    try: exec(code); print(code, "passed")
    except AssertionError as e: print(code, "|", repr(e), e.args)
class B:
    def __bool__(self): raise ValueError("bool")
try: assert B()
except ValueError as e: print(e)
AssertionError = KeyError
try: assert 0, "still"
except Exception as e: print(type(e).__name__)
del AssertionError
def f():
    assert (x := 5) > 3, "no"
    return x
print(f(), __debug__)
try: compile("__debug__ = 1", "f", "exec")
except SyntaxError as e: print(e.msg)
try: compile("assert x = 1", "f", "exec")
except SyntaxError as e: print(e.msg)
