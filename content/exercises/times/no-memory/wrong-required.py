# feedback: missing 1 required positional argument
def add(item, basket):
    basket.append(item)
    return basket
