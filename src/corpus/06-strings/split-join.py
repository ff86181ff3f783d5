print("a b  c".split(), "a b  c".split(" "), " a ".split(), "".split(), "".split(","), "a,b,,c".split(","))
print("a,b,c".split(",", 1), "a,b,c".rsplit(",", 1), "a b c d".split(maxsplit=2), "a b c d".rsplit(None, 1))
print("one\ntwo\r\nthree\n".splitlines(), "one\ntwo\n".splitlines(True), "a--b--c".split("--"))
print(", ".join(["x", "y", "z"]), "".join([]), "-".join("abc"), " ".join(str(n) for n in range(4)))
print("k=v=w".partition("="), "k=v=w".rpartition("="), "kvw".partition("="), "kvw".rpartition("="))
for f in (lambda: ",".join([1, 2]), lambda: "a".split(""), lambda: ",".join(5), lambda: ",".join(["a", None]),
          lambda: "a".partition(""), lambda: "a".split(5)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
