a, b, c = "x", 2, 3
print(a - b + c)
