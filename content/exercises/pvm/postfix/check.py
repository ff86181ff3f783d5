from checking import load, call, expect_equal

evaluate = load().evaluate
CASES = [
    ("7", {}, 7),
    ("2 3 +", {}, 5),
    ("2 3 n * +", {"n": 4}, 14),
    ("2 3 + n *", {"n": 4}, 20),
    ("7 2 -", {}, 5),
    ("10 3 2 - -", {}, 9),
    ("8 n /", {"n": 2}, 4.0),
    ("a b + a b - *", {"a": 5, "b": 3}, 16),
]
for text, names, value in CASES:
    expect_equal(call(evaluate, text, names), value, f'"{text}"' + (f" with {names}" if names else ""))
