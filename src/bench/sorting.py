# Sorting: ints, floats, strings, tuples, with keys, reversed; bisection and a heap by hand.
def numbers(n):
    state = 12345
    out = []
    for _ in range(n):
        state = (state * 1103515245 + 12345) % 2147483648
        out.append(state)
    return out


def heap(items):
    queue = []
    for x in items:
        queue.append(x)
        at = len(queue) - 1
        while at > 0:
            up = (at - 1) >> 1
            if queue[up] <= queue[at]:
                break
            queue[up], queue[at] = queue[at], queue[up]
            at = up
    return queue[0]


class Card:
    def __init__(self, rank):
        self.rank = rank

    def __lt__(self, other):
        return self.rank < other.rank


data = numbers(5000)
ints = sorted(data)
floats = sorted(x / 3 for x in data)
words = sorted(str(x) for x in data)
pairs = sorted((x % 100, x) for x in data)
keyed = sorted(data, key=lambda x: (x % 1000, -x))
back = sorted(words, key=len, reverse=True)
cards = sorted(Card(x) for x in data[:700])
data.sort()
data.sort(reverse=True)
checksum = (ints[17], floats[5], words[3], pairs[99], keyed[0], back[0], cards[1].rank, heap(data[:3000]), data[0])
