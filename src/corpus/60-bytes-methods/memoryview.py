m = memoryview(bytearray(b"abcdef"))

for code in """
m[0], m[-1], m[1:3].tobytes(), m[::2].tolist(), len(m), m.format, m.itemsize, m.ndim, m.shape, m.strides, m.nbytes, m.readonly, m.contiguous, m.obj
m.cast("H").tolist() == [25185, 25699, 26213], m.cast("B", [2, 3]).tolist(), m.cast("b").format, m.hex(), m == b"abcdef", m[0:2] == b"ab", m.toreadonly().readonly
m.cast("I")
m.cast("Q", [5])
m["a"]
m[10]
m.__setitem__(0, 256)
m.__setitem__(0, "a")
m.__setitem__(slice(0, 2), b"xyz")
(m.__setitem__(slice(0, 2), b"XY"), m.tobytes(), bytes(m), list(m)[:2], 88 in m)
memoryview(b"ab").__setitem__(0, 1)
memoryview("a")
memoryview(5)
hash(memoryview(b"a")) == hash(b"a")
hash(m)
m[1, 2]
(lambda v: (v.release(), v))(memoryview(b"a"))[1].tobytes()
memoryview(b"abcd")[::-1].tobytes(), memoryview(memoryview(b"ab"))[1], memoryview(b"").tolist(), memoryview(b"a") == memoryview(bytearray(b"a")), memoryview(b"ab").cast("c").tolist(), memoryview(b"a") < b"b" if False else 0
memoryview(b"a") < memoryview(b"b")
m.cast("B", [2, 3])[1, 2], m.cast("B", [2, 3]).shape, repr(memoryview(b"a"))[:10]
m.cast("B", [2, 3])[0]
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
