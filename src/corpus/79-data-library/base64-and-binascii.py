import base64 as b, binascii as a

for code in r"""
b.b64encode(b"hello"), b.b64decode(b"aGVsbG8="), b.b64decode("aGVsbG8="), b.urlsafe_b64encode(b"\xff\xfe"), b.urlsafe_b64decode("__4="), b.b64encode(b""), b.b64encode(b"\xfb\xff", altchars=b"-_"), b.b64decode("aGVs bG8=\n"), b.standard_b64decode("YQ==")
b.b64decode("a")
b.b64decode("aGVsbG8")
b.b64decode("aGV$bG8=", validate=True)
b.b64encode("str")
b.b32encode(b"hi"), b.b32decode("NBUQ===="), b.b32hexencode(b"hi"), b.b16encode(b"\xab"), b.b16decode("AB"), b.b85encode(b"hello"), b.b85decode("Xk~0{Zv"), b.a85encode(b"test\0\0\0\0"), b.a85decode(b"FCfN8z"), b.a85encode(b"x", adobe=True)
b.b32decode("a")
b.b16decode("ab")
b.b16decode("ab", casefold=True), b.b32decode("nbuq====", casefold=True)
b.b85decode("~~~~~")
b.encodebytes(b"x" * 60), b.decodebytes(b"eA==\n")
a.hexlify(b"\x01\xff"), a.unhexlify("01ff"), a.hexlify(b"abcd", "-"), a.hexlify(b"abcde", ":", 2), a.hexlify(b"abcde", ":", -2), a.crc32(b"hello"), a.crc_hqx(b"hi", 0), a.b2a_base64(b"x", newline=False)
a.unhexlify("0")
a.unhexlify("zz")
a.a2b_base64("a")
a.b2a_qp(b"a=b\xff \n"), a.a2b_qp(b"a=3Db=\nc"), a.b2a_uu(b"hi"), a.a2b_uu(b"\":&D \n"), a.crc32(b"lo", a.crc32(b"hel"))
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
