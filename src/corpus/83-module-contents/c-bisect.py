import _bisect as module

print(module.__name__, module.__spec__.name)
for name in sorted(vars(module)):
    if not name.startswith("__"):
        print(name, type(getattr(module, name)).__name__)
print(getattr(module, "__all__", None))
