class Plugin:
    registry = {}

    def __init_subclass__(cls, name=None, **kw):
        super().__init_subclass__(**kw)
        cls.registry[name or cls.__name__.lower()] = cls
        print("registered", cls.__name__)


class Json(Plugin):
    pass


class Csv(Plugin, name="comma"):
    pass


print({k: v.__name__ for k, v in Plugin.registry.items()})
try:
    class Bad(Plugin, nope=1):
        pass
except TypeError as e:
    print(e)
try:
    class Plain(unexpected=1):
        pass
except TypeError as e:
    print(e)


class Set:
    def __set_name__(self, owner, name):
        print("set_name", owner.__name__, name)


class Uses:
    a = Set()
    b = c = Set()
