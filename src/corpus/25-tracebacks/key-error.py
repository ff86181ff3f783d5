ages = {"ann": 3}
name = "bob"
print(f"{name} is {ages[name]}")
