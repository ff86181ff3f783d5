import sys
print(sys.getrecursionlimit())


def depth(n):
    try:
        return depth(n + 1)
    except RecursionError as e:
        return n, str(e)


print(depth(1))
sys.setrecursionlimit(200)
print(depth(1))
sys.setrecursionlimit(50000)


def down(n):
    return 0 if n == 0 else 1 + down(n - 1)


print(down(40000))
for bad in (0, -1, "x"):
    try:
        sys.setrecursionlimit(bad)
    except Exception as e:
        print(type(e).__name__, e)
