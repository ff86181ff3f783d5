from dataclasses import *
@dataclass(order=True, frozen=True, slots=True, kw_only=False)
class A:
    x: int
    y: list = field(default_factory=list, compare=False, repr=False, hash=False)
    z: int = field(default=5, kw_only=True, metadata={"unit": "m"})
a = A(1); print(a, a == A(1, [2]), A(1) < A(2), hash(a) == hash(A(1)), replace(a, x=9), asdict(a), astuple(a), [f.name for f in fields(A)], fields(A)[2].metadata["unit"], A.__match_args__, hasattr(a, "__dict__"))
for code in ("a.x = 2", "del a.x", "a.w = 1", "A()", "A(1, [], 3)", "A(1) < 5", "replace(a, q=1)", "asdict(5)", "fields(5)", "make_dataclass('X', ['1a'])", "A(x=1, zz=2)"):
    try: exec(code); print("ok")
    except Exception as e: print(code, type(e).__name__, e)
for body in ("x: int = 1; y: int", "x: list = []", "x: int = field(default=1, default_factory=int)"):
    try: exec(f"@dataclass\nclass B:\n    {body}")
    except (TypeError, ValueError) as e: print(e)
@dataclass
class C:
    a: InitVar[int]
    b: int = field(init=False)
    c: int = 3
    def __post_init__(self, a): self.b = a * 2
print(C(4), C(4).c, is_dataclass(C), is_dataclass(5), C.__dataclass_fields__.keys())
@dataclass(eq=False, repr=False, init=False)
class D: v: int = 1
print(D().v, D() == D(), "D object" in repr(D()), make_dataclass("E", [("p", int), ("q", str, "d")])(1), KW_ONLY)
@dataclass(unsafe_hash=True)
class G(C): d: int = 4
print(G(1), hash(G(1)) == hash(G(1)))
@dataclass
class R: me: object = None
r = R(); r.me = r; print(r)
