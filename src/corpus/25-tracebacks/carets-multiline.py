def add(*args):
    return sum(args) + int("x")


value = add(
    1,
    2,
    3,
)
