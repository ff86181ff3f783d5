import uuid as u

for code in r"""
u.uuid5(u.NAMESPACE_DNS, "python.org"), u.uuid3(u.NAMESPACE_URL, "x"), str(u.UUID(int=5)), u.UUID("{12345678-1234-5678-1234-567812345678}").hex, u.UUID(bytes=b"\x12" * 16), u.UUID("urn:uuid:12345678123456781234567812345678").fields
u.UUID("x")
u.UUID()
u.UUID(int=2**128)
u.UUID(bytes=b"x")
u.UUID(int=1) < u.UUID(int=2), u.UUID(int=1) == u.UUID(int=1), hash(u.UUID(int=1)) == hash(1), u.UUID(int=1).version, u.uuid5(u.NAMESPACE_DNS, "a").version, u.uuid5(u.NAMESPACE_DNS, "a").variant, repr(u.UUID(int=0)), u.UUID(int=255).bytes_le, int(u.UUID(int=7)), u.UUID(int=5).urn
setattr(u.UUID(int=1), "int", 5)
u.UUID(int=1) < 5
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
