print("never printed")
def f():
print("x")
