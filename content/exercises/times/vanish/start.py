VERBOSE = True

def work(n):
    if VERBOSE:
        print("working on", n)
    return n * 2

print(work(3))
