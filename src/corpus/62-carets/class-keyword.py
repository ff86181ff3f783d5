class A(metaclass=lambda *a: 1 / 0):
    pass
