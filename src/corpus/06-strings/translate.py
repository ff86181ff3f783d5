table = str.maketrans("abc", "xyz")
print("aabbcc".translate(table), table)
print("hello".translate(str.maketrans("", "", "l")), "hello".translate({ord("h"): "J", ord("o"): None, 101: 69}))
print("a-b_c".translate(str.maketrans({"-": " ", "_": "<u>"})))
try:
    str.maketrans("ab", "c")
except ValueError as e:
    print(e)
