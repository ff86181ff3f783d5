data = {"users": [{"name": "ann"}, {"name": "bob"}]}


def show(i, key):
    return data["users"][i][key].upper()


print(show(0, "name"))
print(show(1, "nme"))
