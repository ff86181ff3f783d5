def low():
    return {}["k"]


try:
    try:
        low()
    except KeyError as e:
        raise ValueError("bad value") from e
except ValueError as e:
    print(repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
try:
    try:
        low()
    except KeyError:
        raise ValueError("implicit")
except ValueError as e:
    print(e.__cause__, repr(e.__context__), e.__suppress_context__)
try:
    try:
        low()
    except KeyError:
        raise ValueError("hidden") from None
except ValueError as e:
    print(e.__cause__, repr(e.__context__), e.__suppress_context__)
try:
    raise ValueError from KeyError
except ValueError as e:
    print(repr(e), repr(e.__cause__))
for bad in ("raise ValueError from 5", "raise 5", "raise None", "raise 'text'", "raise int", "raise ValueError, 1" if False else "raise object()"):
    try:
        exec(bad)
    except TypeError as e:
        print(e)
try:
    try:
        1 / 0
    finally:
        raise KeyError("in finally")
except KeyError as e:
    print(repr(e.__context__))
e = ValueError("x")
e.__cause__ = KeyError("set by hand")
print(e.__suppress_context__, repr(e.__cause__))
