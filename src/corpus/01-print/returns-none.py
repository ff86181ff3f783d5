result = print("printed")
print(result)
print(print())
