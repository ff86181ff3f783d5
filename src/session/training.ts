// A short program that an idle worker runs for itself, its output thrown away. Until the JavaScript engine has seen
// a piece of the interpreter at work it runs it many times slower, and lessons run short programs: so the engine is
// shown the ordinary pieces (calls, loops, strings, containers, classes, exceptions, generators) beforehand.
export const TRAINING = `
class Point:
    def __init__(self, x, y=0):
        self.x, self.y = x, y
    def __repr__(self):
        return f"Point({self.x}, {self.y!r})"
    def __add__(self, other):
        return Point(self.x + other.x, self.y + other.y)

def squares(n):
    for i in range(n):
        yield i * i

def count(words):
    found = {}
    for word in words:
        found[word] = found.get(word, 0) + 1
    return sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))

def outer(start):
    total = start
    def add(*numbers, scale=1):
        nonlocal total
        for number in numbers:
            total += number * scale
        return total
    return add

def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)

add = outer(0)
for step in range(60):
    add(step, 1.5, scale=2)
    text = " ".join(str(number) for number in squares(8)).split()
    pairs = [(a, b) for a, b in zip(text, range(8)) if b % 2]
    try:
        pairs[0][1] / (step % 3)
    except ZeroDivisionError as error:
        print("caught", error, type(error).__name__)
    else:
        print(Point(step) + Point(1, 2), len(pairs), sep=": ")
print(fib(13), count("a b a c b a".split()), {1, 2} | {3}, {"k": [1, None, True]})
n = 0
while n < 3000:
    n += 1
`;
