known = 1


def __getattr__(name):
    if name == "secret":
        raise AttributeError(f"module keeps its {name}")
    return f"made {name}"


def __dir__():
    return ["only", "these"]
