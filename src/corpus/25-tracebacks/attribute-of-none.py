def find(name):
    if name == "ann":
        return name


user = find("bob")
print("looking")
print(user.upper())
