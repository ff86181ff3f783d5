def add(item, basket=None):
    if basket is None:
        basket = []
    basket.append(item)
    return basket

print(add("tea"))
print(add("milk"))
