def state(generator):
    return "?"

def numbers():
    yield 1

generator = numbers()
print(state(generator))
next(generator)
print(state(generator))
