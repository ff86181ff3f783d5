for code in """
"42".zfill(5), "-42".zfill(5), "+4".zfill(4), "--4".zfill(5), "".zfill(3), "-".zfill(3), "abc".zfill(2), "é".zfill(3)
"+".zfill(1), "-0".zfill(4), " 4".zfill(4)
"4".zfill("3")
"4".zfill()
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
