x = None
print("a" if x else x + 1)
