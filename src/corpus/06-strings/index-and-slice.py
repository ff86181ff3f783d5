s = "Python"
print(s[0], s[-1], s[2:4], s[:2], s[2:], s[:], s[-3:], s[::2], s[::-1], s[4:1:-1], s[10:], s[2:100])
print(s[0:0] == "", s[5:2] == "")
for f in (lambda: s[6], lambda: s[-7], lambda: s["a"], lambda: s[1.0], lambda: s[::0], lambda: s[None]):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
try:
    s[0] = "J"
except TypeError as e:
    print(e)
try:
    del s[0]
except TypeError as e:
    print(e)
print("J" + s[1:], s * 2, s * 0 == "", 2 * "ab", "x" * -3 == "")
