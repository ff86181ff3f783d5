def forever(n):
    return forever(n + 1)


print("going")
forever(0)
