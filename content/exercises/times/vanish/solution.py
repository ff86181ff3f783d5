def work(n):
    if __debug__:
        print("working on", n)
    return n * 2

print(work(3))
