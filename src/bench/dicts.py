# Dicts with str and int keys: count, look up, update, iterate, delete.
WORDS = "the quick brown fox jumps over the lazy dog and the cat sat on the mat while the dog slept".split()


def count(turns):
    counts = {}
    for _ in range(turns):
        for word in WORDS:
            if word in counts:
                counts[word] += 1
            else:
                counts[word] = 1
    return counts


def numbers(n):
    squares = {}
    for i in range(n):
        squares[i * 7 % n] = i
    total = 0
    for key in squares:
        total += squares[key]
    for key, value in squares.items():
        total -= key
    for i in range(0, n, 2):
        del squares[i]
    return total + len(squares)


def grouped(n):
    groups = {}
    for i in range(n):
        groups.setdefault((i % 10, i % 3), []).append(i)
    return sorted((key, len(value)) for key, value in groups.items())[:3]


counts = count(600)
checksum = (sorted(counts.items())[:4], numbers(12000), grouped(8000), counts.get("none", -1))
