class Box:
    def __class_getitem__(cls, item):
        return f"{cls.__name__}[{item}]"


print(Box[int], Box["x", 1])


class NotAType:
    def __mro_entries__(self, bases):
        return (Box,)


class Sub(NotAType()):
    pass


print(Sub.__mro__, len(Sub.__orig_bases__))
print(list[int], dict[str, int], tuple[int, ...], int | None, list[int] | str)
try:
    int[str]
except TypeError as e:
    print(e)
try:
    Sub()[0]
except TypeError as e:
    print(e)
