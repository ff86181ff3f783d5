def make():
    raise KeyError("inner")

raise ValueError(make())
