from dataclasses import dataclass, field, replace, asdict
from enum import Enum, IntEnum, auto
from typing import NamedTuple


@dataclass(order=True)
class P:
    x: int
    y: int = 0
    tags: list = field(default_factory=list, compare=False)

    def total(self):
        return self.x + self.y


a = P(1, 2)
print(a, a == P(1, 2), a < P(2), replace(a, y=5), asdict(a), a.total(), P(1).tags is P(1).tags)
try:
    P()
except TypeError as e:
    print(e)


@dataclass(frozen=True)
class F:
    v: str = "x"


try:
    F().v = 1
except Exception as e:
    print(type(e).__name__, e)


class Colour(Enum):
    RED = 1
    GREEN = auto()


print(Colour.RED, Colour(2), Colour["RED"].value, list(Colour), Colour.RED.name, Colour.RED is Colour(1), repr(Colour.GREEN))
try:
    Colour(9)
except ValueError as e:
    print(e)


class Level(IntEnum):
    LOW = 1
    HIGH = 10


print(Level.LOW < Level.HIGH, Level.HIGH + 1, sorted(Level, reverse=True))


class Emp(NamedTuple):
    name: str
    age: int = 0


print(Emp("a"), Emp("b", 2)._asdict(), Emp("c")._replace(age=9), Emp._fields)
