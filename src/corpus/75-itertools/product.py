from itertools import product

for code in """
list(product("ab", [1, 2])), list(product()), list(product("ab", repeat=2)), list(product("", "ab")), list(product("a", repeat=0))
list(product(range(2), repeat=3))
product("ab", repeat=-1)
product("ab", repeat="2")
product(5)
product("ab", x=1)
sum(1 for _ in product(range(4), "abc", [None]))
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
