print("{} {} {}".format(1, "two", 3.0), "{1} {0} {1}".format("a", "b"))
print("{name} is {age:>4}".format(name="Bo", age=7), "{0[1]} {0[0]}".format([10, 20]), "{0.real} {d[key]}".format(5, d={"key": "v"}))
print("{:>{w}.{p}f}|{!r}|{!s:>4}|{{}}".format(3.14159, "x", "y", w=8, p=2))
print("{:d} {:x} {:o} {:b} {:e} {:%} {:c}".format(10, 255, 8, 5, 12345.678, 0.25, 65))
print("{0}{0}{0}".format("ab"), "{:*^10}".format("mid"), "{:,}".format(9999999))
for f in (lambda: "{} {}".format(1), lambda: "{0} {}".format(1, 2), lambda: "{} {0}".format(1), lambda: "{x}".format(), lambda: "{".format(),
          lambda: "}".format(), lambda: "{0.nope}".format(1), lambda: "{!z}".format(1), lambda: "{0[a]}".format([1]), lambda: "{:d}".format("x")):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print("{a}-{b}".format_map({"a": 1, "b": 2}))
