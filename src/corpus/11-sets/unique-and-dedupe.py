words = ["b", "a", "b", "c", "a"]
print(sorted(set(words)), len(set(words)) == len(words), list(dict.fromkeys(words)))
seen = set()
out = []
for w in words:
    if w not in seen:
        seen.add(w)
        out.append(w)
print(out)
a, b = set("python"), set("typing")
print(sorted(a & b), sorted(a - b), sorted(a ^ b), sorted(a | b))
print({x % 3 for x in range(10)}, {len(w) for w in ("a", "bb", "cc")}, set(range(5)) - {0})
s = {1, 2}
try:
    for x in s:
        s.add(x + 10)
except RuntimeError as e:
    print(e)
