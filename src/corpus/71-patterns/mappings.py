from collections import OrderedDict, defaultdict
def f(v):
    match v:
        case {"type": "a", "n": n}: return ("a", n)
        case {"type": t, **rest}: return ("type", t, rest)
        case {1: x, 2.5: y}: return (x, y)
        case {None: z}: return ("none", z)
        case {}: return "some mapping"
    return "no"
for v in ({"type": "a", "n": 1}, {"type": "b", "q": 2}, {1: "x", 2.5: "y", 3: 0}, {None: 5}, {}, {"x": 1}, [], OrderedDict(type="c"), defaultdict(int)):
    print(f(v))
d = defaultdict(list)
match d:
    case {"missing": x}: print("made", x)
    case _: print("not made", dict(d))
