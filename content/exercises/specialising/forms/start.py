import dis

def learnt(function):
    return {}

def add(a, b):
    return a + b

for _ in range(10):
    add(1, 2)
print(learnt(add))
