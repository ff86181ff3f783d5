import importlib
import counter
print(counter.n)
counter.n = 50
again = importlib.reload(counter)
print(again is counter, counter.n, counter.kept)
m = __import__("pkg.sub")
print(m.__name__, importlib.import_module("pkg.sub").__name__, importlib.import_module(".sub", "pkg").value)
try:
    importlib.import_module("nope.nope")
except ModuleNotFoundError as e:
    print(e)
for bad in ("import_module('.x')", "import_module('')", "reload(5)"):
    try:
        eval("importlib." + bad)
    except Exception as e:
        print(type(e).__name__, e)
