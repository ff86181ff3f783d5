print(input("> "))
print(input("> "))
