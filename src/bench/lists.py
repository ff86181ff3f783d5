# Lists: append, index, store, slices, a sieve, nested rows.
def sieve(n):
    flags = [True] * n
    flags[0] = flags[1] = False
    for i in range(2, int(n**0.5) + 1):
        if flags[i]:
            for k in range(i * i, n, i):
                flags[k] = False
    found = []
    for i in range(n):
        if flags[i]:
            found.append(i)
    return found


def transpose(size):
    rows = []
    for i in range(size):
        row = []
        for j in range(size):
            row.append(i * j)
        rows.append(row)
    for i in range(size):
        for j in range(i):
            rows[i][j], rows[j][i] = rows[j][i], rows[i][j] + 1
    return sum(rows[i][size - 1 - i] for i in range(size))


def windows(items):
    total = 0
    for i in range(len(items) - 4):
        part = items[i : i + 4]
        total += part[0] - part[-1]
        if i in part:
            total += 1
    stack = list(items)
    while stack:
        total += stack.pop()
    return total


checksum = (len(sieve(30000)), transpose(110), windows(list(range(5000))))
