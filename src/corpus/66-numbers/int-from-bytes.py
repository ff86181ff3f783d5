for code in r"""
int.from_bytes(b"\x04\x00"), int.from_bytes(b"\x04\x00", "little")
int.from_bytes(b"\xff\xfe", signed=True), int.from_bytes(b"\xff", "little", signed=True)
int.from_bytes([1, 2, 3]), int.from_bytes((255,)), int.from_bytes(range(3))
int.from_bytes([256])
int.from_bytes("ab")
int.from_bytes(5)
int.from_bytes(b"a", "x")
int.from_bytes(bytearray(b"\x80"), signed=True)
bool.from_bytes(b"\x01"), bool.from_bytes(b"\x00")
type("I", (int,), {}).from_bytes(b"\x05") + 1
int.from_bytes(b"\x80" + b"\x00" * 20, signed=True)
int.from_bytes(memoryview(b"ab"))
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
