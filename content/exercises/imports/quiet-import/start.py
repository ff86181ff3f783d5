def double(n):
    return 2 * n

print("21 doubled is", double(21))
