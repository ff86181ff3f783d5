def average():
    while True:
        x = yield
        yield x

generator = average()
next(generator)
print(generator.send(10))
print(generator.send(20))
