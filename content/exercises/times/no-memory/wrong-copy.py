# feedback: a basket that was given: expected ['book', 'pen'], got ['book']
def add(item, basket=[]):
    basket = list(basket)
    basket.append(item)
    return basket
