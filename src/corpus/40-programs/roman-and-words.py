PAIRS = [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]


def to_roman(n):
    if not 0 < n < 4000:
        raise ValueError(f"{n} has no Roman numeral")
    out = ""
    for value, text in PAIRS:
        while n >= value:
            out += text
            n -= value
    return out


def from_roman(text):
    values = {t: v for v, t in PAIRS if len(t) == 1}
    total = 0
    for c, after in zip(text, text[1:] + " "):
        v = values[c]
        total += -v if v < values.get(after, 0) else v
    return total


ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
TENS = [None, None, *"twenty thirty forty fifty sixty seventy eighty ninety".split()]


def words(n):
    if n < 0:
        return "minus " + words(-n)
    if n < 20:
        return ONES[n]
    if n < 100:
        tens, ones = divmod(n, 10)
        return TENS[tens] + (f"-{ONES[ones]}" if ones else "")
    if n < 1000:
        hundreds, rest = divmod(n, 100)
        return f"{ONES[hundreds]} hundred" + (f" and {words(rest)}" if rest else "")
    for size, name in ((10 ** 9, "billion"), (10 ** 6, "million"), (10 ** 3, "thousand")):
        if n >= size:
            high, rest = divmod(n, size)
            return f"{words(high)} {name}" + (f" {words(rest)}" if rest else "")


for n in (1, 4, 9, 14, 40, 90, 400, 1994, 2024, 3999):
    assert from_roman(to_roman(n)) == n
    print(n, to_roman(n))
print(all(from_roman(to_roman(n)) == n for n in range(1, 4000, 37)))
for n in (0, 13, 42, 100, 115, 999, 1001, 123456, 10 ** 9 + 1, -7):
    print(n, words(n))
try:
    to_roman(0)
except ValueError as e:
    print(e)
longest = max(range(1, 200), key=lambda n: len(words(n)))
print(longest, words(longest))
