for code in """
s = "abc"
s[0] = "x"
del s[0]
s.x = 1
s += "d"; print(s)
t = s; t += "e"; print(s, t)
str.upper = None
s.upper = 1
print(s.__add__("x"), s.__mul__(2), s.__contains__("b"), s.__getitem__(0))
""".strip().splitlines():
    print(code)
    try:
        exec(code)
    except Exception as error:
        print("   ", type(error).__name__ + ":", error)
