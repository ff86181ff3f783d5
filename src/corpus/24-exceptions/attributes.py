try:
    raise ValueError("a", 1)
except ValueError as e:
    print(e, repr(e), e.args, str(e), e.__class__.__name__)
print(repr(ValueError()), repr(ValueError("x")), str(ValueError()), str(ValueError(5)), repr(KeyError("k")), str(KeyError("k")), str(KeyError()), str(KeyError(1, 2)))
try:
    {}["missing"]
except KeyError as e:
    print(e.args, e)
try:
    next(iter([]))
except StopIteration as e:
    print(e.value, e.args)
try:
    undefined
except NameError as e:
    print(e.name, e)
try:
    [].nope
except AttributeError as e:
    print(e.name, e.obj, e)
try:
    import not_there
except ImportError as e:
    print(type(e).__name__, e.name, e.path, e.msg)
try:
    open("/nope/file")
except OSError as e:
    print(type(e).__name__, e.strerror, e.filename)
try:
    compile("x =", "f.py", "exec")
except SyntaxError as e:
    print(e.msg, e.filename, e.lineno, e.offset, e.text, e.end_lineno, e.end_offset)
try:
    "é".encode("ascii")
except UnicodeEncodeError as e:
    print(e.encoding, e.object, e.start, e.end, e.reason)
try:
    raise SystemExit(3)
except SystemExit as e:
    print(e.code)
print(FileNotFoundError(2, "No such", "f.txt"), repr(FileNotFoundError(2, "No such")), OSError("just text"))
