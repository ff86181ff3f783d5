n = 7 ** 300
s = str(n)
print(len(s), s[:20], s[-20:])
print(int(s) == n)
big = 10 ** 4299
print(len(str(big)))
try:
    str(10 ** 4300)
except ValueError as e:
    print(e)
try:
    int("1" * 4301)
except ValueError as e:
    print(e)
print(len(hex(10 ** 5000)))
