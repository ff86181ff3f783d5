class Item:
    def __init__(self, k, n):
        self.k, self.n = k, n

    def __lt__(self, o):
        return self.k < o.k

    def __repr__(self):
        return f"{self.k}{self.n}"


items = [Item(k, i) for i, k in enumerate("babcacab")]
print(sorted(items), sorted(items, reverse=True), min(items), max(items))
calls = []


def key(x):
    calls.append(x)
    return -x


print(sorted([3, 1, 2], key=key), calls)
import functools


def compare(a, b):
    return (a > b) - (a < b) if a % 2 == b % 2 else a % 2 - b % 2


print(sorted(range(8), key=functools.cmp_to_key(compare)))
li = [3, 1, 2]
try:
    li.sort(key=lambda x: li.append(9))
except ValueError as e:
    print(e)
except TypeError as e:
    print(e)


class Bad:
    def __lt__(self, o):
        raise RuntimeError("no order")


try:
    sorted([Bad(), Bad()])
except RuntimeError as e:
    print(e)
big = [(i * 7919) % 1000 for i in range(1000)]
s = sorted(big)
print(s[:5], s[-5:], all(a <= b for a, b in zip(s, s[1:])), sorted(s) == s, sorted(s[::-1]) == s)
