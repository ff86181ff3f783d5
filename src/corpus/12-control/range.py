print(list(range(5)), list(range(2, 5)), list(range(0, 10, 3)), list(range(5, 0, -2)), list(range(5, 5)), list(range(0, -5)))
r = range(10, 50, 5)
print(r, len(r), r[0], r[-1], r[1:3], r[::-1], 25 in r, 26 in r, r.index(20), r.count(20), r.start, r.stop, r.step)
print(range(3) == range(0, 3, 1), range(0) == range(5, 5), hash(range(3)) == hash(range(0, 3)), bool(range(0)))
print(list(reversed(range(4))), sum(range(101)), max(range(3, 9)), range(10 ** 20)[-1], 10 ** 19 in range(10 ** 20))
for f in ("range(1.5)", "range('3')", "range(1, 2, 0)", "range()", "r[100]", "range(1,2,3,4)", "r.index(3)", "r[0] = 1", "len(range(10**20))"):
    try:
        exec(f)
    except Exception as e:
        print(type(e).__name__, e)
