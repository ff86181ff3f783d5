s = "banana"
print(s.find("an"), s.rfind("an"), s.find("x"), s.find("an", 2), s.find("an", 2, 4), s.find(""), s.rfind(""))
print(s.index("n"), s.rindex("n"), s.count("an"), s.count("a"), s.count("ana"), s.count(""))
print(s.startswith("ba"), s.startswith(("x", "ba")), s.endswith("na"), s.startswith("an", 1), s.endswith("an", 0, 3))
print("an" in s, s.replace("an", "AN"), s.replace("a", "", 2), s.replace("", "-"), s.replace("x", "y"))
for f in (lambda: s.index("x"), lambda: s.rindex("q"), lambda: s.startswith(5), lambda: s.find(5), lambda: 5 in s,
          lambda: s.startswith(["ba"]), lambda: s.replace("a"), lambda: s.count()):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
