def f(x):
    match x:
        case 0 | 1 | -1: return 'n'
        case 'a' | None | True: return 's'
        case [a, b]: return a, b
        case [a, *rest]: return rest
        case [_, *_, last]: return last
        case (1, (2, y)) if y > 3: return y
        case {'k': v, 'm': {'n': w}}: return v, w
        case {'k': v, **rest}: return rest
        case {}: return {}
        case Point(x=0, y=yy) | Point(yy, 0): return yy
        case Cls(1, a=[b, c]) as whole: return whole
        case mod.CONST: return 1
        case 1+2j: return 2
        case str() | bytes(): pass
        case [] | [_]: pass
        case {1: (a, b) | [b, a, _]}: pass
        case name: return name
match a, b:
    case 1, 2: pass
    case _: print('other')
match c:
    case _ if c > 1: pass
match d:
    case _: pass
