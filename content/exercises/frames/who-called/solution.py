import sys

def caller():
    return sys._getframe().f_back.f_back.f_code.co_name

def f():
    return caller()

def g():
    return f()

print(g())
