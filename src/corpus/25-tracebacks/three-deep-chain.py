def one():
    try:
        two()
    except Exception as e:
        raise TypeError("one") from e


def two():
    try:
        three()
    except Exception:
        raise KeyError("two")


def three():
    raise ValueError("three")


try:
    one()
finally:
    print("finally")
