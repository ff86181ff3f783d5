class ConfigError(Exception):
    pass


def read(text):
    return int(text)


def load(text):
    try:
        return read(text)
    except ValueError as e:
        raise ConfigError("bad configuration") from e


load("12x")
