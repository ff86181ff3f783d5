def attempt(f):
    try:
        print(f())
    except ZeroDivisionError as e:
        print(e)


attempt(lambda: 1 / 0)
attempt(lambda: 1 // 0)
attempt(lambda: 1 % 0)
attempt(lambda: divmod(1, 0))
attempt(lambda: 1.0 / 0)
attempt(lambda: 1.0 // 0)
attempt(lambda: 1.0 % 0)
attempt(lambda: divmod(1.0, 0.0))
attempt(lambda: 0 ** -1)
attempt(lambda: 0.0 ** -1)
attempt(lambda: 0 / 5)
attempt(lambda: pow(2, -1, 0) if False else pow(0, 0))
attempt(lambda: (10 ** 30) // 0)
