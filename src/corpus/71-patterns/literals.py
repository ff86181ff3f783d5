def kind(v):
    match v:
        case 0: return "zero"
        case -1: return "minus one"
        case 1.5: return "one and a half"
        case 2 + 3j: return "complex"
        case "a" "b": return "ab"
        case b"x": return "bytes"
        case None: return "none"
        case True: return "true"
        case False: return "false"
    return "other"

for v in (0, 0.0, False, -1, 1.5, 2+3j, "ab", b"x", None, True, 1, "a", [], 2, -0.0):
    print(repr(v), kind(v))
