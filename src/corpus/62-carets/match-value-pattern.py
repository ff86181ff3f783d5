class A:
    x = 1

match 5:
    case A.y:
        pass
