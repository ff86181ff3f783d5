li = [3, 1, 2]
print(sorted(li), li, li.sort(), li)
print(sorted("banana"), sorted({3: "c", 1: "a"}), sorted([(2, "b"), (1, "z"), (2, "a")]), sorted([True, 0, 2]), sorted([1.5, 1, 2]))
words = ["banana", "Apple", "cherry", "apple"]
print(sorted(words), sorted(words, key=str.lower), sorted(words, key=len), sorted(words, reverse=True), sorted(words, key=lambda w: (len(w), w)))
people = [("ann", 30), ("bob", 25), ("cid", 30), ("dee", 25)]
print(sorted(people, key=lambda p: p[1]), sorted(people, key=lambda p: p[1], reverse=True), sorted(people, key=lambda p: (-p[1], p[0])))
li = list("hello world")
li.sort(key=lambda c: "aeiou".find(c), reverse=True)
print("".join(li))
for f in (lambda: [1, "a"].sort(), lambda: sorted([None, 1]), lambda: sorted([1, 2], key=5), lambda: [].sort(1), lambda: sorted([[1], 2]), lambda: sorted([1j, 2j]), lambda: sorted(["a", 1], key=len), lambda: sorted()):
    try:
        print(f())
    except TypeError as e:
        print(e)
