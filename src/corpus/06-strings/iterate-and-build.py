out = ""
for i, ch in enumerate("abc"):
    out += ch * (i + 1)
print(out)
vowels = [c for c in "programming language" if c in "aeiou"]
print("".join(vowels), len(vowels))
word = "level"
print(word == word[::-1], "".join(reversed("abc")))
counts = {}
for c in "mississippi":
    counts[c] = counts.get(c, 0) + 1
print(counts)


def caesar(text, shift):
    result = []
    for c in text:
        if c.isalpha():
            base = ord("A") if c.isupper() else ord("a")
            result.append(chr((ord(c) - base + shift) % 26 + base))
        else:
            result.append(c)
    return "".join(result)


secret = caesar("Hello, World!", 3)
print(secret, caesar(secret, -3))
print(" ".join(w.capitalize() for w in "the quick brown fox".split()))
