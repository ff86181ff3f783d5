# Eight queens: recursion, sets, tuples, early returns.
def place(n, row, columns, up, down):
    if row == n:
        return 1
    found = 0
    for column in range(n):
        if column in columns or row + column in up or row - column in down:
            continue
        columns.add(column)
        up.add(row + column)
        down.add(row - column)
        found += place(n, row + 1, columns, up, down)
        columns.remove(column)
        up.discard(row + column)
        down.discard(row - column)
    return found


def permutations(items):
    if len(items) < 2:
        return [items]
    out = []
    for i, x in enumerate(items):
        for rest in permutations(items[:i] + items[i + 1 :]):
            out.append((x,) + rest)
    return out


checksum = (place(7, 0, set(), set(), set()), len(permutations((1, 2, 3, 4, 5, 6))))
