class Broken:
    x = 1

    def m(self):
        pass

    y = x + undefined


print("never")
