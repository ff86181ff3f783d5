try:
    int("q")
except ValueError:
    raise RuntimeError("only this") from None
