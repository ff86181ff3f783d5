import traceback


def f():
    return 1 + None


try:
    f()
except TypeError as e:
    print(traceback.format_exc(), end="")
    print(traceback.format_exception_only(e))
    print([(s.name, s.lineno, s.line) for s in traceback.extract_tb(e.__traceback__)])
    print("".join(traceback.format_tb(e.__traceback__)), end="")
try:
    raise KeyError("x") from ValueError("y")
except KeyError:
    traceback.print_exc()
