for code in """
",".join(["a", "b", "c"])
"".join([])
",".join(["a"])
",".join("abc")
"é".join(["a", "😀"])
",".join(x for x in "xyz")
",".join({"k": 1, "j": 2})
",".join(["a", 1])
",".join([None])
",".join(5)
",".join(["a", b"b"])
",".join(["a", "b"], ["c"])
",".join(range(0))
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
