print("%s and %s" % ("a", "b"), "%s" % 5, "%s" % [1, 2], "%s" % ((1, 2),), "%d%%" % 50)
print("%(name)s is %(age)d" % {"name": "Cy", "age": 3, "more": 0})
print("[%5s] [%-5s] [%.2s] [%5.1s] [%05d] [%+d] [% d] [%x] [%#x] [%o] [%e] [%.3g]" % ("ab", "ab", "abc", "abc", 42, 5, 5, 255, 255, 8, 1234.5, 0.00012345))
print("%c%c" % ("x", 121), "%r %a" % ("é", "é"), "%*d|%-*d|" % (5, 42, 5, 42), "%.*f" % (2, 3.14159))
print("%i %u" % (3.99, 7), "%5.2f|%-8.1f|" % (3.14159, 2.5), "%s %s" % (None, True))
for f in (lambda: "%s %s" % ("a",), lambda: "%s" % ("a", "b"), lambda: "%d" % "x", lambda: "%q" % 1, lambda: "%(a)s" % {"b": 1},
          lambda: "%(a)s" % 5, lambda: "%" % 1, lambda: "abc" % 1, lambda: "%c" % "ab", lambda: "%x" % 1.5, lambda: "%d" % None, lambda: "%f" % "1"):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
