def g():
    return None

print(g().x)
