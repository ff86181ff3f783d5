x = 5
print(1 not in x)
