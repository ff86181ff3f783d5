name = input("Your name? ")
print(f"Hello, {name}!")
age = int(input("Age? "))
print("Next year:", age + 1)
empty = input()
print(repr(empty))
rest = input("No more? ")
print(repr(rest))
try:
    input("Really? ")
except EOFError as e:
    print()
    print(type(e).__name__, e)
