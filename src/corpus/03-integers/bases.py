for n in (0, 1, 255, -255, 2 ** 40):
    print(bin(n), oct(n), hex(n), f"{n:b} {n:o} {n:x} {n:X} {n:#x} {n:#b}")
print(hex(True), chr(97), ord("a"), chr(8364), ord("€"))
for f in (lambda: hex(1.5), lambda: bin("1"), lambda: chr(-1), lambda: chr(0x110000), lambda: ord("ab"), lambda: ord(5)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
