s = "aé😀z"

for code in """
len(s), s[0], s[2], s[-1], s[-4]
s[4]
s[-5]
s[1:3], s[::-1], s[::2], s[3:0:-1], s[:-1], s[5:], s[-100:100]
s["a"]
s[1.0]
s[None]
s[True]
s[::0]
s[2:1], s[10:5:-2], s[slice(1, None, 2)]
s[1:"b"]
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
