class Node:
    def __init__(self, next):
        self.next = next


head = None
for _ in range(20_000):
    head = Node(head)
head = None
print("a chain of objects is gone")
nested = []
for _ in range(20_000):
    nested = [nested]
del nested
print("nested lists are gone")
t = ()
for _ in range(20_000):
    t = (t,)
t = None
d = {}
for _ in range(20_000):
    d = {"k": d}
d = None
print("tuples and dicts too")


def chain(n):
    def f():
        return n
    return f


f = None
for _ in range(5_000):
    f = chain(f)
f = None
print("and closures")
