import mod
print(mod.known, mod.computed, mod.missing_name)
print(dir(mod))
try:
    mod.secret
except AttributeError as e:
    print(e)
mod.new = 1
print(mod.new, mod.__dict__["new"], vars(mod) is mod.__dict__)
del mod.new
try:
    del mod.new
except AttributeError as e:
    print(e)
import types
m = types.ModuleType("made", "made by hand")
m.x = 5
print(m, m.x, m.__doc__, m.__name__, sorted(vars(m)))
mod.__class__ = type("M", (types.ModuleType,), {"prop": property(lambda self: "a property")})
print(mod.prop)
