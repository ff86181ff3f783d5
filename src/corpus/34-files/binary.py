with open("b.bin", "wb") as f:
    print(f.write(b"\x00\x01\xff"), f.write(bytes(range(65, 70))))
with open("b.bin", "rb") as f:
    print(f.read(2), f.read(), f.read())
    f.seek(1)
    print(f.tell(), f.read(1), f.seek(-2, 2), f.read())
with open("b.bin", "ab") as f:
    f.write(b"tail\n")
with open("b.bin", "rb") as f:
    print(list(f), f.readable(), f.writable())
with open("t.txt", "w", newline="\r\n") as f:
    f.write("a\nb\n")
print(open("t.txt", "rb").read(), repr(open("t.txt").read()), repr(open("t.txt", newline="").read()))
with open("u.txt", "w", encoding="utf-8") as f:
    f.write("é☕")
print(open("u.txt", "rb").read(), open("u.txt", encoding="utf-8").read(), repr(open("u.txt", encoding="latin-1").read()))
try:
    open("u.txt", encoding="ascii").read()
except UnicodeDecodeError as e:
    print(e)
buffer = bytearray(4)
with open("b.bin", "rb") as f:
    print(f.readinto(buffer), buffer, f.readline())
