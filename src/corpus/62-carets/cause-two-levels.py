def low():
    return int("x")

def mid():
    try:
        low()
    except ValueError as e:
        raise TypeError("mid") from e

try:
    mid()
except TypeError as e:
    raise RuntimeError("top") from e
