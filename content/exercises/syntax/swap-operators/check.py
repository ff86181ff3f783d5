import ast

from checking import load, call, expect

swapped = load().swapped
cases = [
    ("a + b", "a - b"),
    ("a + b - c", "a - b + c"),
    ("print('1 + 1')", "print('1 + 1')"),
    ("x = -y", "x = -y"),
    ("n += 1", "n += 1"),
    ("a * (b - -1)", "a * (b + -1)"),
    ("def f(x):\n    return [i + x for i in range(x - 1)]", "def f(x):\n    return [i - x for i in range(x + 1)]"),
]
for source, wanted in cases:
    got = call(swapped, source)
    same = ast.dump(ast.parse(got)) == ast.dump(ast.parse(wanted))
    expect(same, f"swapped({source!r})", repr(wanted), repr(got))
