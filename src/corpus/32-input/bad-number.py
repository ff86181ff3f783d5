n = int(input("A number: "))
print(n * 2)
