from dataclasses import dataclass
from typing import NamedTuple
@dataclass
class P:
    x: int
    y: int = 0
@dataclass(match_args=False)
class Q:
    x: int
class N(NamedTuple):
    a: int
    b: int
print(P.__match_args__, N.__match_args__, hasattr(Q, "__match_args__"))
for v in (P(1), P(1, 2), N(3, 4), (3, 4)):
    match v:
        case P(x, 0): print("P0", x)
        case P(x=x, y=y): print("P", x, y)
        case N(a, b): print("N", a, b)
        case (a, b): print("tuple", a, b)
try:
    match Q(1):
        case Q(x): print(x)
except TypeError as e: print(e)
