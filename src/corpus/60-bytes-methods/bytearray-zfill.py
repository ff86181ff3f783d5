for code in """
bytearray(b"+").zfill(1), b"-0".zfill(4), b" 4".zfill(4)
bytearray(b"4").zfill(b"3")
bytearray(b"4").zfill()
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
