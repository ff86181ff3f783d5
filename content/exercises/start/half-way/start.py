print("one")
print("two")
