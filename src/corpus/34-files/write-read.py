with open("a.txt", "w") as f:
    print(f.write("line one\n"), f.write("line two\n"), f.name, f.mode, f.closed)
print(f.closed)
with open("a.txt") as f:
    print(repr(f.read()), repr(f.read()))
with open("a.txt") as f:
    print(repr(f.readline()), f.readlines())
with open("a.txt", "a") as f:
    f.writelines(["three\n", "four"])
for line in open("a.txt"):
    print(repr(line))
with open("a.txt") as f:
    print([line.strip() for line in f], f.tell())
    f.seek(5)
    print(f.read(3), f.tell())
with open("a.txt", "w") as f:
    pass
print(repr(open("a.txt").read()))
with open("a.txt", "w") as f:
    print("via print", 1, file=f)
print(open("a.txt").read(), end="")
with open("a.txt", "r+") as f:
    f.write("VIA")
    f.seek(0)
    print(f.read(), end="")
