import typing as t
from typing import *
print(List[int], Optional[str], Union[int, str, int], Dict[str, List[int]], Callable[[int], str], Tuple[int, ...], Literal[1, "a", 1], Annotated[int, "m"], Type[int], ClassVar[int], Any, Final[int], list[int] | None)
print(get_origin(List[int]), get_args(Dict[str, int]), get_args(Callable[[int], str]), get_origin(Union[int, str]), get_args(Literal[1, 2]), Union[int] is int, Optional[None], Union[int, Union[str, bytes]], List[int] == List[int], hash(List[int]) == hash(List[int]))
T = TypeVar("T", bound=int); K = TypeVar("K", str, bytes); print(T, T.__bound__, K.__constraints__, Dict[str, T][int], Callable[[T], T][int], List[T].__parameters__)
class G(Generic[T]): 
    def f(self) -> "T": ...
print(G[int], G[int]().__orig_class__, G.__parameters__, get_type_hints(G.f), G.__orig_bases__)
for code in ("List[int, str]", "Union[()]", "Optional[1, 2]", "TypeVar('A', int)", "Generic[int]", "isinstance([], List[int])", "Literal[int]()", "Any()", "Callable[int]", "List[5]", "ClassVar[int, str]", "G[int, str]", "TypeVar()", "NewType('N', int)(5)", "cast(int, 'x')", "List['Fwd']", "Union[int, 'X']"):
    try: print(code, eval(code))
    except TypeError as e: print(code, "|", e)
class TD(TypedDict, total=False):
    a: Required[int]
    b: str
print(TD(a=1), TD.__required_keys__, TD.__optional_keys__, TD.__total__, get_type_hints(TD))
@runtime_checkable
class Pr(Protocol):
    def m(self): ...
class Im:
    def m(self): pass
print(isinstance(Im(), Pr), isinstance(5, Pr), issubclass(Im, Pr), is_typeddict(TD), get_type_hints(lambda: 0), overload.__name__, TYPE_CHECKING, NoReturn, ParamSpec("P"), Concatenate[int, ...] if False else Never)
class NT(NamedTuple):
    x: int
    y: str = "d"
print(NT(1), NT.__annotations__, NT._field_defaults, reveal_type.__name__, assert_type(5, int), t.get_protocol_members.__name__ if hasattr(t, "get_protocol_members") else "none")
try: assert_never(5)
except AssertionError as e: print(e)
