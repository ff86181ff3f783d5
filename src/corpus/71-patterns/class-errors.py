class NoArgs: pass
class Bad:
    __match_args__ = ["x"]
class BadItem:
    __match_args__ = (1,)
class Twice:
    __match_args__ = ("a", "a")
    a = 1
def t(v, cls):
    try:
        match v:
            case cls(q): print("matched", q)
            case _: print("no")
    except TypeError as e:
        print(e)
for c in (NoArgs, Bad, BadItem, Twice): t(c(), c)
try:
    match Twice():
        case Twice(1, a=1): print("both")
except TypeError as e: print(e)
try:
    match Twice():
        case Twice(1, 1, 1): print("three")
except TypeError as e: print(e)
try:
    match 5:
        case NoArgs.x.y(): pass
except AttributeError as e: print(e)
for cls in (5, "int", None, lambda: 1):
    try:
        match 5:
            case cls(): print("?")
    except TypeError as e: print(e)
