for code in """
a = [1, [2]]; b = a.copy(); b[1].append(3); b.append(4); print(a, b)
a = [1]; a.clear(); print(a, a == [], a is a.copy())
print([1, 2] == [1, 2], [1] == (1,), [1, 2] < [1, 3], [] < [0], [2] > [1, 5], [1] != [1.0])
[1] < (1,)
[1] < ["a"]
a = [1]; a.append(a); print(a, a == a)
a = []; b = [a]; a.append(b); a == [[a]]
print([1, 2].__contains__(1), [].__bool__ if hasattr([], "__bool__") else "no", [1].__len__())
hash([])
a = [1, 2, 3]; del a[1]; del a[-1:]; print(a)
a = [1]; del a[5]
list(5)
print(list("ab"), list({1: 2}), list(), list(range(3)))
list(1, 2)
list(a=1)
[].clear(1)
""".strip().splitlines():
    print(code)
    try:
        exec(code)
    except Exception as error:
        print("   ", type(error).__name__ + ":", error)
