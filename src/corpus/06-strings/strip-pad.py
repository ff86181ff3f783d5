s = "  pad \n"
print(repr(s.strip()), repr(s.lstrip()), repr(s.rstrip()), "xxabcxx".strip("x"), "abcabc".strip("ab"), "abc".lstrip("cba"))
print(repr("ab".center(7)), repr("ab".center(7, "*")), repr("abc".center(8, ".")), repr("ab".ljust(5) + "|"), "ab".rjust(5, "0"))
print("42".zfill(5), "-42".zfill(5), "+1".zfill(4), "abc".zfill(2))
print("prefix-name".removeprefix("prefix-"), "name.py".removesuffix(".py"), "x".removeprefix("y"))
print(repr("a\tb\tc".expandtabs()), repr("a\tb".expandtabs(4)), repr("ab\tc".expandtabs(2)))
try:
    "a".center(5, "ab")
except TypeError as e:
    print(e)
