for code in """
[float.fromhex(s) for s in ("0x1p0", "1.8", "0x1.8p1", "-0x.8p-1", "0xap1", "1p-1074", " 0x1 ", "inf", "-nan", "INFINITY", "+0x0")]
float.fromhex("")
float.fromhex("0x")
float.fromhex("1g")
float.fromhex("0x1p")
float.fromhex("0x1p1024")
float.fromhex("0x1p-1080"), float.fromhex("0x1.fffffffffffff8p0"), float.fromhex("0x1.00000000000008p0"), float.fromhex("0x1.000000000000081p0")
float.fromhex(1)
float.fromhex("1_0")
float.fromhex((0.1).hex()) == 0.1
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
