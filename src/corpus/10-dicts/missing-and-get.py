class Zero(dict):
    def __missing__(self, key):
        return f"no {key}"


z = Zero(a=1)
print(z["a"], z["b"], z.get("b"), "b" in z, z)
words = "the cat the dog the end".split()
count = {}
for w in words:
    count[w] = count.get(w, 0) + 1
print(count)
groups = {}
for w in words:
    groups.setdefault(len(w), []).append(w)
print(groups)
first = {}
for i, w in enumerate(words):
    if w not in first:
        first[w] = i
print(first, max(count, key=count.get), sorted(count, key=lambda w: (-count[w], w)))
