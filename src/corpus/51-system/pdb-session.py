# pdb, scripted: breakpoints, steps, values, stacks, listings, changes.
import pdb


def inner(x):
    y = x * 2
    return y + 1


def outer(n):
    total = 0
    for i in range(n):
        total += inner(i)
    return total


pdb.set_trace()
print(outer(3))
print("the end")
