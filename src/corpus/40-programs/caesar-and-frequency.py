import string

TEXT = "It was a bright cold day in April, and the clocks were striking thirteen."


def shift(text, n):
    lower = string.ascii_lowercase
    table = str.maketrans(lower + lower.upper(), lower[n:] + lower[:n] + (lower[n:] + lower[:n]).upper())
    return text.translate(table)


def frequency(text):
    letters = [c for c in text.lower() if c.isalpha()]
    counts = {}
    for c in letters:
        counts[c] = counts.get(c, 0) + 1
    return {c: counts[c] / len(letters) for c in sorted(counts, key=lambda c: (-counts[c], c))}


def crack(text):
    common = "etaoinshrdlu"

    def score(candidate):
        return sum(common[::-1].find(c) + 1 for c in candidate.lower())
    return max(range(26), key=lambda n: score(shift(text, n)))


secret = shift(TEXT, 7)
print(secret)
n = crack(secret)
print(n, shift(secret, n))
for c, f in list(frequency(TEXT).items())[:6]:
    print(f"{c} {f:6.2%} {'#' * round(f * 100)}")


def vigenere(text, key, sign=1):
    out = []
    i = 0
    for c in text:
        if c.isalpha():
            base = ord("a") if c.islower() else ord("A")
            k = ord(key[i % len(key)]) - ord("a")
            c = chr((ord(c) - base + sign * k) % 26 + base)
            i += 1
        out.append(c)
    return "".join(out)


v = vigenere(TEXT, "lemon")
print(v)
print(vigenere(v, "lemon", -1) == TEXT)


def run_length(text):
    out = []
    for c in text:
        if out and out[-1][0] == c:
            out[-1][1] += 1
        else:
            out.append([c, 1])
    return "".join(f"{n if n > 1 else ''}{c}" for c, n in out)


print(run_length("aaabccddddd"), run_length(""), sorted({len(w.strip(".,")): w for w in TEXT.split()}.items()))
words = TEXT.lower().replace(",", "").replace(".", "").split()
print(sorted(words, key=lambda w: (len(w), w))[-3:], [w for w in words if w == w[::-1]], " ".join(w[::-1] for w in words[:4]))
