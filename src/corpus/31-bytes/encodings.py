for text in ("abc", "é", "日本", "😀"):
    print(text, text.encode(), text.encode("utf-16-le"), text.encode("utf-16"), text.encode("utf-32-be"), len(text.encode()))
print("é".encode("latin-1"), "é".encode("cp1252") if False else "", "abc".encode("ascii"), b"\xff\xfea\x00".decode("utf-16"))
print(b"caf\xe9".decode("latin-1"), b"caf\xe9".decode("utf-8", "replace"), b"caf\xe9".decode("utf-8", "ignore"), b"a\xff\xfe".decode("utf-8", "backslashreplace"))
for data in (b"\x80", b"\xc3\x28", b"\xe2\x82", b"\xed\xa0\x80", b"\xf5\x80\x80\x80", b"ab\xffcd"):
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as e:
        print(e, e.start, e.end, e.object)
for text, enc in (("é", "ascii"), ("日x", "latin-1"), ("ab\ud800", "utf-8")):
    try:
        text.encode(enc)
    except UnicodeEncodeError as e:
        print(str(e), e.start, e.end)
print("é😀".encode("ascii", "xmlcharrefreplace"), "é".encode("ascii", "namereplace") if False else "", "\ud800".encode("utf-8", "surrogatepass"))
