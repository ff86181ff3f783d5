def g():
    return (1, 2)

print(g()[2])
