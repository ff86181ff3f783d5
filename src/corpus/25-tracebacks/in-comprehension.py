def half(x):
    return 10 / x


values = [5, 2, 0]
print([half(v) for v in values if v >= 0])
