import struct

for code in r"""
struct.pack("<bBhHiIqQ", -1, 255, -2, 65535, -3, 2**32 - 1, -4, 2**64 - 1), struct.pack(">fd", 1.5, -2.25), struct.pack("<?c3s5p", True, b"x", b"abcd", b"hello!")
struct.unpack("<hI", b"\xff\xff\x01\x00\x00\x00"), struct.unpack(">e", b"\x3c\x00"), struct.unpack("<2h2s", b"\x01\x00\x02\x00ab"), struct.unpack("<?", b"\x02"), struct.calcsize("<bhi"), struct.calcsize("!qd3s"), struct.calcsize("<0i")
struct.pack("<b", 128)
struct.pack("<B", -1)
struct.pack("<h", 1.5)
struct.pack("<i", "a")
struct.pack("<c", b"ab")
struct.pack("<s", "a")
struct.pack("<2h", 1)
struct.unpack("<h", b"a")
struct.pack("<y", 1)
struct.pack("<3", 1)
struct.pack("5")
struct.pack("<f", 1e40)
struct.pack("<e", 70000.0)
list(struct.iter_unpack("<h", b"\x01\x00\x02\x00")), struct.unpack_from("<h", b"xx\x05\x00", 2), (lambda b: (struct.pack_into("<h", b, 1, 258), b))(bytearray(4))
struct.unpack_from("<h", b"abc", 2)
struct.pack_into("<h", bytearray(1), 0, 1)
struct.pack_into("<h", b"ab", 0, 1)
struct.Struct("<hh").size, struct.Struct("<hh").format, struct.Struct(b"<h").pack(3), struct.Struct("<h").unpack(b"\x01\x00")
list(struct.iter_unpack("<h", b"abc"))
struct.pack("<x2xh", 1), struct.pack(">n", 1) if False else struct.pack("=i", 1), struct.pack("< h  h", 1, 2)
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
