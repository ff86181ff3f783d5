import sys

def caller():
    return "?"

def f():
    return caller()

def g():
    return f()

print(g())
