match [1, 2, 3]:
    case [a, b, 4]: print("no")
    case [a, b]: print("no")
    case [x, *y]: print(x, y)
print([n for n in ("a", "b", "x", "y") if n in globals()])
def f():
    match (1, 2):
        case (p, 3): pass
    try: return p
    except UnboundLocalError as e: return str(e)
print(f())
match 5:
    case int() as v if v > 9: pass
print(v)
