# oracle: dis
def f(rows):
    flat = [y * 2 for x in rows for y in x if y]
    lookup = {k: v for k, v in flat_pairs(flat)}
    unique = {v for v in lookup.values()}
    lazy = (v + 1 for v in unique)
    return sum(lazy)


def flat_pairs(flat):
    for i, v in enumerate(flat):
        got = yield i, v
    yield from ()
    return got


print(f([[1, 2], [0, 3]]))
