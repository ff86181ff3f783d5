x = 5
print("key"   in   x)
