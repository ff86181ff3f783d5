def a(n):
    return b(n - 1) if n else [][0]

def b(n):
    return a(n)

a(4)
