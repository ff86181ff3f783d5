from checking import load, call, expect_equal

depth = load().depth
cases = {
    "a": 1,
    "a + b": 2,
    "a + b * c": 3,
    "-2**2": 3,
    "((a))": 1,
    "a + b + c + d": 4,
    "(a + b) + (c + d)": 3,
    "f(x)": 2,
    "f(g(h(1)))": 4,
    "[1, 2, [3, [4]]]": 4,
    "a < b < c": 2,
    "a and b and c": 2,
}
for source, wanted in cases.items():
    expect_equal(call(depth, source), wanted, f"depth({source!r})")
