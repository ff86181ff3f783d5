for code in """
b = bytearray(b"abc"); b.append(100); b.extend(b"ef"); b.extend([103]); b.insert(0, 65); print(b, b.pop(), b.pop(0)); b.remove(98); b.reverse(); print(b)
bytearray().pop()
bytearray(b"a").remove(98)
bytearray(b"a").append(256)
bytearray(b"a").append("b")
bytearray(b"a").extend("b")
bytearray(b"a").extend([1.5])
b = bytearray(b"abcd"); b[1] = 66; b[2:3] = b"XYZ"; del b[0]; b[::2] = b"12" if len(b[::2]) == 2 else b"123"; print(b)
b = bytearray(b"abcd"); b[::2] = b"1"
b = bytearray(b"ab"); b[5] = 1
b = bytearray(b"ab"); b[0] = b"x"
b = bytearray(b"ab"); b[0:1] = "x"
b = bytearray(b"ab"); b[0:1] = 5
b = bytearray(b"ab"); b += b"cd"; b *= 2; print(b, b == b"abcdabcd", b.copy() is b, b"cd" in b, 97 in b); b.clear(); print(b, len(b))
b = bytearray(b"ab"); m = memoryview(b); b.append(1)
b = bytearray(b"ab"); m = memoryview(b); m[0] = 90; m.release(); b.append(67); print(b)
hash(bytearray())
256 in bytearray(b"a")
"a" in bytearray(b"a")
print(bytearray(b"ab") + b"c", b"c" + bytearray(b"ab"), type(b"c" + bytearray()), type(bytearray() + b""), bytearray(b"b") > b"a", bytearray(b"%d") % 5)
""".strip().splitlines():
    print(code)
    try:
        exec(code)
    except Exception as error:
        print("   ", type(error).__name__ + ":", error)
