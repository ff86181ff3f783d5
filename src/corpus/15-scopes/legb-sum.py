x = 10


def outer():
    y = 15

    def inner():
        z = 5
        print(x + y + z)

    inner()


outer()
