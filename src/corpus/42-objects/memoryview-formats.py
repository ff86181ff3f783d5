# Casts, half floats, scattered views.
def attempt(text):
    try:
        print(text, "=", eval(text))
    except Exception as error:
        print(text, "raises", repr(error))


buffer = bytearray(b"\x00<\x00\xc0\xff{\x01\x00\x00|\x00~")
half = memoryview(buffer).cast("e")
print(half.tolist())
for value in (0.1, 65519.9, 1e-8, 3e-8, 2049, 2051, float("inf"), -0.0):
    half[0] = value
    print(value, half[0], bytes(buffer[:2]))
for value in (65520.0, "x", None):
    try:
        half[0] = value
    except Exception as error:
        print(repr(error))
m = memoryview(b"abcdef")
for text in (
    "bytes(m[::2])",
    "b''.join([m[::2]])",
    "b'abc'.find(m[::2])",
    "str(m[::-1], 'latin-1')",
    "float(m[::2])",
    "m[::2].tobytes(), m[::-1].tolist()",
    "m[::2].hex('-'), m[::2].contiguous, m[::2] == b'ace'",
    "m.cast('<i')",
    "m.cast('i', [0])",
    "m.cast('H', [4])",
    "m.cast('H', [3]).tolist()",
    "m.cast('H', 3)",
    "m.cast('h', ['a'])",
    "m.cast('B', [2, 3]).tolist()",
    "m.cast('B', [2, 3])[1, 2], m.cast('B', [2, 3]).strides",
    "m.cast('B', [2, 3])[1]",
    "m.cast('H').cast('I')",
    "m[::2].cast('b')",
    "m.hex(bytearray(b'-'))",
    "memoryview._from_flags(b'ab', 0).tolist()",
    "memoryview._from_flags(b'ab', 1)",
):
    attempt(text)
w = memoryview(bytearray(4))
for key, value in ((slice(0, 2), 5), (slice(0, 2), b"xy"), (slice(0, 3), b"xy"), (0, 256), (0, b"a"), (9, 1), ("a", 1), (slice(None, None, 2), memoryview(b"pq"))):
    try:
        w[key] = value
        print(key, bytes(w))
    except Exception as error:
        print(key, repr(error))
