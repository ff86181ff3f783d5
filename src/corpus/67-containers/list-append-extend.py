for code in """
a = [1]; a.append(2); a.append([3]); print(a)
a = [1]; a.extend("ab"); a.extend(x for x in range(2)); a.extend({}); print(a)
a = [1]; a.extend(a); print(a)
a = []; a += (1, 2); a += "x"; print(a)
[].append()
[].append(1, 2)
[].extend(5)
[].extend()
a = [1]; a += 5
a = [1]; a = a + (2,)
print([].append(1))
a = [1, 2]; a.extend(map(lambda v: 1 / v, [1, 0]))
a = [0]; print(a * 3, 2 * a, a * -1, a * True)
[1] * "x"
[1] * 1.5
""".strip().splitlines():
    print(code)
    try:
        exec(code)
    except Exception as error:
        print("   ", type(error).__name__ + ":", error)
