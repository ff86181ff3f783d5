a, b, c = 1, "x", 3
print(a < b < c)
