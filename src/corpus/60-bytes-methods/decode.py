for code in r"""
b"a\xc3\xa9".decode(), b"\xe9".decode("latin-1"), b"a".decode("ascii"), b"a\xff".decode("ascii", "replace"), b"a\xff".decode("utf-8", "ignore"), b"a\xffb".decode("utf-8", "backslashreplace"), b"\xff".decode("utf-8", "surrogateescape"), b"\x80".decode("cp1252")
b"\xff".decode()
b"a\xc3".decode()
b"\xe2\x82".decode()
b"\xed\xa0\x80".decode()
b"\xc0\x80".decode()
b"\xf8".decode()
b"\xe9".decode("ascii")
b"a".decode("nope")
b"\x81".decode("cp1252")
b"a".decode("utf-16")
b"\xff\xfea\x00".decode("utf-16"), b"\x00a".decode("utf-16-be"), b"a\x00\x00\x00".decode("utf-32-le"), b"+AGE-".decode("utf-7"), b"\\u0041\\n".decode("unicode_escape"), b"\\u0041".decode("raw_unicode_escape"), b"\xef\xbb\xbfa".decode("utf-8-sig"), b"xn--e1afmkfd".decode("idna"), b"a-".decode("punycode")
b"\\u00".decode("unicode_escape")
b"\\N{nope}".decode("unicode_escape")
bytearray(b"\xc3\xa9").decode(), str(memoryview(b"a"), "ascii"), b"".decode("utf-16"), b"a".decode(errors="strict", encoding="ascii")
b"a".decode(5)
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
