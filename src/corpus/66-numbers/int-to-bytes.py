for code in """
(1024).to_bytes(2, "big"), (1024).to_bytes(4, "little")
(255).to_bytes(), (0).to_bytes(0, "big")
(-1).to_bytes(2, "big", signed=True), (-128).to_bytes(1, signed=True)
(128).to_bytes(1, signed=True)
(256).to_bytes(1)
(-1).to_bytes(1)
(1).to_bytes(-1)
(1).to_bytes(1, "middle")
(1).to_bytes("1")
(2**64).to_bytes(9, byteorder="big").hex()
(1).to_bytes(length=3)
True.to_bytes(2)
(0).to_bytes(3, "little", signed=True)
(-2**63).to_bytes(8, "big", signed=True)
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
