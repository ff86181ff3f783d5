import sys
print(sys.path[0], isinstance(sys.path, list), "sys" in sys.modules, "not_yet" in sys.modules)
sys.path.insert(0, "/home/reader/lib")
import not_yet
print(not_yet.x, sys.modules["not_yet"].__file__)
sys.modules["fake"] = "anything"
import fake
print(fake)
sys.modules["blocked"] = None
try:
    import blocked
except ModuleNotFoundError as e:
    print(e)
del sys.modules["not_yet"]
import not_yet
print([f.__name__ if isinstance(f, type) else type(f).__name__ for f in sys.meta_path])
print(sys.modules["__main__"].__name__, sys.builtin_module_names[:0], "sys" in sys.builtin_module_names)
import math, os
print(math.__spec__.name, sys.__spec__.origin, os.__spec__.origin)
