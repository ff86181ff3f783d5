for code in """
"hello".startswith("he"), "hello".startswith(("x", "h")), "hello".startswith(""), "".startswith("a")
"hello".startswith("l", 2), "hello".startswith("llo", 2, 4), "hello".startswith("", 5), "hello".startswith("", 6)
"hello".startswith("lo", -2), "hello".startswith(())
"hello".startswith(1)
"hello".startswith(("h", 1))
"hello".startswith((1, "h"))
"hello".startswith(["h"])
"hello".startswith()
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
