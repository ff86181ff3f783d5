class ShopError(Exception):
    """Base."""


class OutOfStock(ShopError):
    def __init__(self, item, left):
        super().__init__(f"{item}: only {left} left")
        self.item = item
        self.left = left


class Silent(ShopError):
    pass


class WithStr(ShopError):
    def __str__(self):
        return "custom str"


def buy(item, n):
    if n > 3:
        raise OutOfStock(item, 3)
    return n


try:
    buy("tea", 5)
except ShopError as e:
    print(type(e).__name__, e, e.item, e.left, e.args, repr(e))
for exc in (Silent(), Silent("m"), WithStr("ignored"), Silent("a", "b"), Silent):
    try:
        raise exc
    except ShopError as e:
        print(repr(e), str(e))
print(issubclass(OutOfStock, Exception), OutOfStock.__mro__[1].__name__, ShopError.__doc__)


class NoSuper(Exception):
    def __init__(self, a, b):
        self.a = a


e = NoSuper(1, 2)
print(e.args, str(e))
try:
    raise NoSuper(1)
except TypeError as err:
    print(err)
