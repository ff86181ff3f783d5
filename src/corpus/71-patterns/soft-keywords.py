match = 1
case = 2
_ = 3
type = type
match[case:_] if False else print(match, case, _)
print(match
      * 2)
match (case):
    case 2: print("two")
match match:
    case case: print("captured", case)
match = {"a": 1}
match["a"] = 5
print(match)
match -1:
    case -1: print("neg")
match (1, 2), 3:
    case ((a, b), c): print(a, b, c)
match *[1, 2], 3:
    case [*all]: print(all)
