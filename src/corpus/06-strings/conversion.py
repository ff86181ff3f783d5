print(str(5), str(1.50), str(None), str([1, "a"]), str(b"x"), str(), str(object) == "<class 'object'>")
print(repr("a'b"), repr('a"b'), repr("a'\"b"), repr("\\"), repr("\n\t\r\x00\x1f\x7f\x80\xa0\xad\u2028"))
print(str(b"caf\xc3\xa9", "utf-8"), str(b"abc", encoding="ascii"), str("x"))
print(list("abc"), tuple("ab"), sorted("hello"), set("a"), dict(["ab", "cd"]))
print(int("5") + float("1.5"), "5" * 3, "5" + str(3), bool("False"))
for f in (lambda: str("x", "utf-8"), lambda: str(1, 2, 3, 4), lambda: str(b"\xff", "utf-8")):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
