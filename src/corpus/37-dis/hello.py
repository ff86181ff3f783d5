# oracle: dis
print("Hello")
