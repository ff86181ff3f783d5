# Comprehensions of lists, sets and dicts, nested and with conditions; map, filter, zip, enumerate, any, all.
def main():
    total = 0
    for turn in range(40):
        squares = [i * i for i in range(300)]
        pairs = [(a, b) for a in range(18) for b in range(18) if a < b]
        table = {n: n % 7 for n in squares}
        remainders = {v for v in table.values() if v != 3}
        evens = list(filter(lambda n: n % 2 == 0, map(lambda n: n + turn, squares)))
        total += sum(a * b for a, b in pairs) + len(evens) + len(remainders)
        total += sum(i * v for i, v in enumerate(squares[:80]))
        total += sum(a - b for a, b in zip(squares, range(300)))
        if any(n > 89000 for n in squares) and all(n >= 0 for n in squares):
            total += max(squares) - min(evens)
    return total


checksum = main()
