def numbers(n):
    for i in range(n):
        print(f"[make {i}]", end=" ")
        yield i


def evens(it):
    for x in it:
        if x % 2 == 0:
            yield x


def squared(it):
    return (x * x for x in it)


for v in squared(evens(numbers(5))):
    print(v)
print()


def lines(text):
    for line in text.split("\n"):
        line = line.strip()
        if line and not line.startswith("#"):
            yield line


def fields(rows):
    for row in rows:
        yield dict(part.split("=") for part in row.split())


print(list(fields(lines("a=1 b=2\n# no\n\n  c=3"))))


def batch(it, n):
    out = []
    for x in it:
        out.append(x)
        if len(out) == n:
            yield out
            out = []
    if out:
        yield out


print(list(batch(range(7), 3)))
