s = "naïve café ☕ 日本 😀"
print(s, len(s), s.upper(), s[::-1])
print(ascii(s))
print([hex(ord(c)) for c in "é☕😀"])
print(s.encode("utf-8"), len(s.encode("utf-8")))
print("é".encode("latin-1"), b"\xc3\xa9".decode(), b"\xe9".decode("latin-1"))
for f in (lambda: "é".encode("ascii"), lambda: b"\xff".decode("utf-8"), lambda: b"ab\xc3".decode(), lambda: "☕x".encode("latin-1"), lambda: "a".encode("nope")):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print("é☕".encode("ascii", "ignore"), "é☕".encode("ascii", "replace"), "é".encode("ascii", "backslashreplace"), b"a\xff".decode(errors="replace"))
print("e\u0301" == "é", "ǆ".title(), "ﬁ".upper(), "Σ".lower(), "ΑΣ".lower())
print("\ud800".__repr__(), len("\U0001F600"), max("a😀z"))
