def inner():
    raise OSError("disk")


def outer():
    try:
        inner()
    except OSError:
        print("seen")
        raise


outer()
