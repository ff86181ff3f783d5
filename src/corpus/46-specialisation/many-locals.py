import dis

names = [f"v{i}" for i in range(300)]
source = "def f():\n" + "".join(f"    {n} = {i}\n" for i, n in enumerate(names))
source += "    return v0 + v1 + v255 + v256 + v257 + v298 + v299\n"
space = {}
exec(source, space)
f = space["f"]
print(f(), f(), f())
for i in dis.get_instructions(f, adaptive=True):
    if i.opname not in ("LOAD_CONST", "STORE_FAST"):
        print(i.offset, i.opname, i.arg, i.argrepr)
