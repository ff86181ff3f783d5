import sys
print("to stderr", file=sys.stderr)
print("to stdout", file=sys.stdout, flush=True)
print("default separators", 1, sep=None, end=None)
for bad in ({"sep": 1}, {"end": 2}, {"nope": 1}):
    try:
        print("x", **bad)
    except TypeError as e:
        print(type(e).__name__, e)
