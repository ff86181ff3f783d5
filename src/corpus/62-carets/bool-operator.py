x = 0
print(x or x.y)
