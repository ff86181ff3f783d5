def collatz(n):
    while n != 1:
        yield n
        n = n // 2 if n % 2 == 0 else 3 * n + 1
    yield 1


lengths = {n: sum(1 for _ in collatz(n)) for n in range(1, 100)}
longest = max(lengths, key=lengths.get)
print(longest, lengths[longest], list(collatz(13)))


def perfect_squares(limit):
    return [n for n in range(limit) if int(n ** 0.5) ** 2 == n]


def armstrong(limit):
    return [n for n in range(limit) if n == sum(int(d) ** len(str(n)) for d in str(n))]


def pascal(rows):
    row = [1]
    for _ in range(rows):
        yield row
        row = [a + b for a, b in zip([0] + row, row + [0])]


def fizz(n):
    return "Fizz" * (n % 3 == 0) + "Buzz" * (n % 5 == 0) or str(n)


def digits(n, base=10):
    out = []
    while n:
        n, d = divmod(n, base)
        out.append(d)
    return out[::-1] or [0]


def happy(n):
    seen = set()
    while n != 1 and n not in seen:
        seen.add(n)
        n = sum(d * d for d in digits(n))
    return n == 1


print(perfect_squares(50), armstrong(1000))
for row in pascal(6):
    print(" ".join(map(str, row)).center(20))
print(*map(fizz, range(1, 16)))
print(digits(255, 16), digits(10, 2), digits(0), [n for n in range(30) if happy(n)])
pythagorean = [(a, b, c) for c in range(1, 21) for b in range(1, c) for a in range(1, b) if a * a + b * b == c * c]
print(pythagorean)
e = sum_ = 1.0
for i in range(1, 18):
    e /= i
    sum_ += e
print(sum_)
pi = sum((-1) ** k / (2 * k + 1) for k in range(1000)) * 4
print(round(pi, 6), 22 / 7, 355 / 113)
a, b = 0, 1
while b < 10 ** 20:
    a, b = b, a + b
print(a, b, b / a)
print(sum(map(int, str(2 ** 1000))), len(str(3 ** 500)), sum(n for n in range(1000) if n % 3 == 0 or n % 5 == 0))
