# Special methods that a descriptor written in Python binds: its __get__ runs, and what it answers is called.
class Bind:
    def __init__(self, answer):
        self.answer = answer

    def __get__(self, instance, owner):
        return lambda *args: self.answer


class C:
    __bool__ = Bind(False)
    __len__ = Bind(3)
    __int__ = Bind(5)
    __hash__ = Bind(9)
    __call__ = Bind("called")
    __getitem__ = Bind("item")
    __iter__ = Bind(iter([1, 2]))
    __add__ = Bind("sum")
    __str__ = Bind("text")
    __enter__ = Bind("entered")
    __exit__ = Bind(None)
    __contains__ = Bind(True)
    __eq__ = Bind("equal")


c = C()
print(bool(c), len(c), int(c), hash(c), c(1, key=2) if False else c(1), c[5], list(c), c + 1, str(c), 7 in c, c == 1)
with c as value:
    print(value)


class Init:
    __init__ = Bind(None)


print(type(Init(1, 2)).__name__)


class Refuses:
    def __get__(self, instance, owner):
        raise AttributeError("not now")


class D:
    __len__ = Refuses()
    __call__ = Refuses()
    __enter__ = __exit__ = Refuses()


for attempt in (len, lambda d: d(), lambda d: d.__enter__):
    try:
        attempt(D())
    except AttributeError as error:
        print(error)
try:
    with D():
        pass
except (AttributeError, TypeError) as error:
    print(type(error).__name__, error)
