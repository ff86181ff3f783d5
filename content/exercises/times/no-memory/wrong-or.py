# feedback: an empty basket that was given: expected ['pen'], got []
def add(item, basket=None):
    basket = basket or []
    basket.append(item)
    return basket
