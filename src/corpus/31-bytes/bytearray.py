a = bytearray(b"abc")
a.append(100)
a[0] = 65
a += b"ef"
a.extend([103])
print(a, len(a), a[1], a[1:3], bytes(a), a.decode())
a[1:3] = b"XYZ"
del a[0]
a.insert(0, 33)
print(a, a.pop(), a.pop(0), a.find(b"Z"), a == b"XYZdef", a.upper())
a.reverse()
a.remove(ord("Y"))
print(a, bytearray(2), bytearray("é", "utf-8"), bytearray([1]), bytearray())
for f in ("a[0] = 256", "a.append('x')", "a[99]", "bytearray('x')", "hash(a)", "a.remove(0)", "a[0] = 'x'", "bytearray(-1)", "a.append(-1)"):
    try:
        exec(f)
    except Exception as e:
        print(type(e).__name__, e)
m = memoryview(a)
print(m[0], m[1:3].tolist(), len(m), bytes(m), m.readonly, m.format, m.itemsize)
m[0] = 90
print(a)
try:
    a.append(1)
except BufferError as e:
    print(e)
m.release()
a.append(1)
print(a)
a.clear()
print(a)
