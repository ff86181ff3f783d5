from __future__ import annotations
def f(a: undefined_name, *b: 1 + 1, c: "str" = 2) -> list[nope]: local: int = 1; other: print("never")
print(f.__annotations__)
x: int = 1
y: undefined
class C:
    z: "quoted" = 2
    w: Callable[[int], str]
    def m(self) -> C: ...
print(__annotations__, C.__annotations__, C.m.__annotations__, hasattr(C, "w"))
import typing
try: typing.get_type_hints(f)
except NameError as e: print(e)
print(typing.get_type_hints(C.m)["return"] is C, annotations.compiler_flag > 0, annotations.getMandatoryRelease()[:2])
for code in ("from __future__ import nope", "x = 1\nfrom __future__ import division", "from __future__ import braces", "x: int: str", "(a, b): int", "f(): int", "[a]: int", "x: int = yield", "def f(x: int: 3): pass", "lambda x: int: 1", "for x: int in y: pass", "with a as b: int: pass"):
    try: compile(code, "f", "exec", dont_inherit=True); print(repr(code), "ok")
    except SyntaxError as e: print(repr(code), "|", e.msg)
