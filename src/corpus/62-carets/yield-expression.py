def g(x):
    y = yield x + 1
    print(y.z)

it = g(1)
print(next(it))
it.send(None)
