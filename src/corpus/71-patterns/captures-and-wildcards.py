match [1, 2]:
    case [a, _]:
        print(a)
match 5:
    case x if x > 10:
        print("big")
    case x:
        print("kept", x)
print(x)
match "anything":
    case _:
        print("wild", "_" in globals())
def f(v):
    match v:
        case (a, b) | [a, b, _]:
            return a + b
print(f((1, 2)), f([3, 4, 5]), f(7))
