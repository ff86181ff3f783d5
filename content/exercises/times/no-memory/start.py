def add(item, basket=[]):
    basket.append(item)
    return basket

print(add("tea"))
print(add("milk"))
