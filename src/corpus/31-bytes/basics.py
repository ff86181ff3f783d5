b = b"hello"
print(b, b[0], b[1:3], b[-1:], len(b), list(b), b + b"!", b * 2, b"ell" in b, 104 in b, b == "hello")
print(b"\x00\xff\n\t'\"\\", b"it's", b'"', bytes(3), bytes([1, 2]), bytes("é", "utf-8"), bytes(b"x"), bytes(range(3)), b"a" b"b")
print(b.upper(), b.find(b"l"), b.replace(b"l", b"L"), b.split(b"l"), b",".join([b"a", b"b"]), b.startswith(b"he"), b.hex(), bytes.fromhex("68 65"), b"%d %s" % (5, b"x"), b.decode(), b.count(b"l"), b.index(108))
print(b"abc" < b"abd", hash(b"a") == hash(b"a"), {b"k": 1}[b"k"], b.center(9, b"*"), b" x ".strip(), b"A1".isalnum(), b"a-b".partition(b"-"), b"x".ljust(3) + b"|")
for f in (lambda: b + "x", lambda: "x" + b, lambda: b[9], lambda: bytes("a"), lambda: b.find("l"), lambda: b"\xe9".decode(), lambda: bytes([300]), lambda: b.join(["a"]), lambda: bytes.fromhex("zz"), lambda: "l" in b, lambda: 999 in b, lambda: int.from_bytes("a"), lambda: b.nope):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
try:
    b[0] = 1
except TypeError as e:
    print(e)
