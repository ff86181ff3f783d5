def queens(n):
    def place(row, columns, left, right):
        if row == n:
            yield tuple(columns)
            return
        for col in range(n):
            if col in columns or row - col in left or row + col in right:
                continue
            yield from place(row + 1, columns + [col], left | {row - col}, right | {row + col})
    yield from place(0, [], set(), set())


def draw(solution):
    n = len(solution)
    return "\n".join(" ".join("Q" if c == col else "." for c in range(n)) for col in solution)


for n in range(1, 8):
    print(n, sum(1 for _ in queens(n)))
print(draw(next(queens(6))))


def rotations(s):
    n = len(s)
    for _ in range(4):
        s = tuple(s.index(n - 1 - c) for c in range(n))
        yield s
        yield s[::-1]


unique = set()
for s in queens(6):
    if not any(r in unique for r in rotations(s)):
        unique.add(s)
print(len(unique), sorted(unique))
