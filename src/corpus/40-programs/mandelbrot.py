def escape(c, limit=30):
    z = 0
    for n in range(limit):
        if abs(z) > 2:
            return n
        z = z * z + c
    return limit


for y in range(-5, 6):
    row = ""
    for x in range(-16, 8):
        n = escape(complex(x / 8, y / 5))
        row += " .:-=+*#%@"[min(n // 3, 9)]
    print(row)


def sierpinski(n):
    if n == 0:
        return ["*"]
    inner = sierpinski(n - 1)
    pad = " " * 2 ** (n - 1)
    return [pad + line + pad for line in inner] + [line + " " + line for line in inner]


print("\n".join(sierpinski(3)))


def rule(number, width, generations):
    cells = [0] * width
    cells[width // 2] = 1
    for _ in range(generations):
        yield "".join(".#"[c] for c in cells)
        cells = [number >> (cells[i - 1] << 2 | cells[i] << 1 | cells[(i + 1) % width]) & 1 for i in range(width)]


print("\n".join(rule(90, 31, 8)))
