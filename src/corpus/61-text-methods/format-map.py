class Default(dict):
    def __missing__(self, key):
        return "<" + key + ">"


class Get:
    def __getitem__(self, key):
        return key * 2

for code in """
"{a} {b}".format_map({"a": 1, "b": 2})
"{a} {b}".format_map(Default(a=1))
"{a} {b!r:>5}".format_map(Get())
"{a}".format_map({})
"{}".format_map({"a": 1})
"{0}".format_map(["x"])
"{a.real}".format_map({"a": 3})
"{a[0]}".format_map({"a": [7]})
"x".format_map(None)
"{x}".format_map(None)
"{x}".format_map()
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
