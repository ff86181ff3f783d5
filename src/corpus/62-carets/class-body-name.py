class A:
    x = y
