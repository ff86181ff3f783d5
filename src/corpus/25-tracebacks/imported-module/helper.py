"""A helper."""


def double(x):
    return x * 2


def divide(a, b):
    # a comment above
    return a // b
