import dis


def show(f):
    """Each instruction that has a counter: its present form, and the counter as (value, backoff)."""
    name = None
    for i in dis.get_instructions(f, adaptive=True, show_caches=True):
        if i.opname != "CACHE":
            name = i.opname
        elif i.argrepr.startswith("counter: "):
            n = int(i.argrepr[9:])
            print(f"{name:38} {n >> 4:5} {n & 15}")


count = 1


def read():
    return count, len


def call():
    return len("ab") + abs(-1)


for turn in range(4):
    read(), call()
show(read)
show(call)
# Another value is no change of the keys; another name is.
count = 2
print(read()[0])
show(read)
other = 5
print(read()[0])
show(read)
for turn in range(60):
    read()
show(read)


def missing():
    try:
        return nowhere
    except NameError:
        return None


for turn in range(6):
    missing()
show(missing)
len = len
for turn in range(60):
    read()
show(read)
globals()[5] = 1
for turn in range(60):
    read()
show(read)
