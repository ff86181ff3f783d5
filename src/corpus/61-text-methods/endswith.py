for code in """
"hello.py".endswith(".py")
"hello.py".endswith((".c", ".py"))
"hello.py".endswith(())
"hello".endswith("")
"".endswith("")
"hello".endswith("lo", 3)
"hello".endswith("lo", 4)
"hello".endswith("hel", 0, 3)
"hello".endswith("", 9)
"hello".endswith("", 5)
"hello".endswith("ell", -4, -1)
"hello".endswith(["lo"])
"hello".endswith(("lo", 1))
"hello".endswith(("x", 1))
"hello".endswith(b"lo")
"hello".endswith("lo", "a")
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
