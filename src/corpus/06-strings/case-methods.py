s = "hello World 123"
print(s.upper(), s.lower(), s.title(), s.capitalize(), s.swapcase(), s.casefold())
print("straße".upper(), "ß".casefold(), "İ".lower(), "ÉCOLE".lower(), "éa".capitalize(), "it's a dog's life".title())
print("ABC".isupper(), "abc".islower(), "Abc".istitle(), "abc1".isalnum(), "abc".isalpha(), "123".isdigit())
print("".isalpha(), "12.3".isdigit(), "²".isdigit(), "²".isdecimal(), "½".isnumeric(), " \t\n".isspace(), "".isspace())
print("name".isidentifier(), "2x".isidentifier(), "class".isidentifier(), "é_1".isidentifier())
print("abc".isascii(), "é".isascii(), "a\n".isprintable(), "a b".isprintable())
