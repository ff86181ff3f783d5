from checking import load, call, expect_equal

CASES = [
    ("x = 1 + 2 - 4\n", {}, {"x": -1}),
    ("if n > 3:\n    big = 1\n", {"n": 5}, {"n": 5, "big": 1}),
    ("if n > 3:\n    big = 1\n", {"n": 2}, {"n": 2}),
    ("if n < 3:\n    size = 'small'\nelse:\n    size = 'large'\n", {"n": 2}, {"n": 2, "size": "small"}),
    ("if n < 3:\n    size = 'small'\nelse:\n    size = 'large'\n", {"n": 3}, {"n": 3, "size": "large"}),
    ("if n == 3:\n    n = 0\nn = n + 1\n", {"n": 3}, {"n": 1}),
    ("while n > 0:\n    n = n - 1\n", {"n": 0}, {"n": 0}),
    ("while n > 0:\n    total = total + n\n    n = n - 1\n", {"n": 4, "total": 0}, {"n": 0, "total": 10}),
]
run = load().run
for source, before, after in CASES:
    names = dict(before)
    call(run, source, names)
    told = source.rstrip().replace("\n", "; ")
    expect_equal(names, after, f"names after {told!r}, starting from {before}")
