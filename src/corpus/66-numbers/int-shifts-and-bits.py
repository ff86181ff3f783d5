for code in """
1 << 0, 1 << 100, -1 << 3, 5 >> 1, -5 >> 1, -1 >> 100, 0 << 10, 0 >> 5, 2**100 >> 99
1 << -1
1 >> -1
1 << 1.0
5 & -2, 5 | -8, 5 ^ -1, ~5, ~-1, ~0, 2**70 & -(2**65), -(2**70) | 1, -(2**70) ^ (2**70)
True & False, True | 2, True ^ True, ~True if False else 0, True << 3
1 & 1.0
1 | "a"
2**64 - 1 & 0xff, -2**64 >> 60, (-2**64 - 1) >> 64
-7 // 2 == -7 >> 1, (10**30) & (10**20), (10**30) ^ (10**30)
0b1010, 0o17, 0xFF, 1_000_000, 0x_ff
bin(-5), oct(-8), hex(-255), bin(True), hex(2**65)
bin(1.0)
hex("a")
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
