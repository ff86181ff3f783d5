class Shop:
    prices = {"tea": 2}

    def __init__(self):
        self.stock = 3

    def sell(self):
        stock -= 1
        return prices

    def show(self):
        return stock


try:
    Shop().sell()
except UnboundLocalError as e:
    print(e)
Shop().show()
