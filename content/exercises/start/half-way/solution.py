print("one")
1 / 0
print("two")
