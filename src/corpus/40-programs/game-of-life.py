def step(alive):
    counts = {}
    for x, y in alive:
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                if dx or dy:
                    cell = (x + dx, y + dy)
                    counts[cell] = counts.get(cell, 0) + 1
    return {cell for cell, n in counts.items() if n == 3 or (n == 2 and cell in alive)}


def show(alive, width, height):
    for y in range(height):
        print("".join("#" if (x, y) in alive else "." for x in range(width)))


def parse(picture):
    return {(x, y) for y, row in enumerate(picture.split()) for x, c in enumerate(row) if c == "#"}


glider = parse("""
.#...
..#..
###..
.....
""")
world = glider
for generation in range(5):
    print("generation", generation, len(world))
    show(world, 6, 6)
    world = step(world)
blinker = parse("### ...")
print(step(step(blinker)) == blinker, step(blinker) == blinker)
block = {(0, 0), (0, 1), (1, 0), (1, 1)}
print(step(block) == block, step(set()), step({(5, 5)}))
world = parse(".## ##. .#.")
seen = []
for i in range(30):
    seen.append(len(world))
    world = step(world)
print(seen)
shifted = {(x + 1, y + 1) for x, y in glider}
w = glider
for _ in range(4):
    w = step(w)
print(w == shifted)
