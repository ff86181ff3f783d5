from contextlib import contextmanager, suppress, closing, redirect_stdout, ExitStack, nullcontext
import io


@contextmanager
def tag(name):
    print(f"<{name}>")
    try:
        yield name.upper()
    except ValueError as e:
        print("handled", e)
    finally:
        print(f"</{name}>")


with tag("b") as t:
    print(t)
with tag("i"):
    raise ValueError("inside")
try:
    with tag("u"):
        raise KeyError("k")
except KeyError as e:
    print("out", e)
with suppress(ZeroDivisionError, KeyError):
    1 / 0
print("suppressed")
buffer = io.StringIO()
with redirect_stdout(buffer):
    print("captured")
print(repr(buffer.getvalue()))


class C:
    def close(self):
        print("closed")


with closing(C()) as c:
    print(type(c).__name__)
with ExitStack() as stack:
    for n in ("one", "two"):
        stack.enter_context(tag(n))
    stack.callback(print, "callback", 1)
with nullcontext(5) as five:
    print(five)


@contextmanager
def never():
    return
    yield


@contextmanager
def twice():
    yield 1
    yield 2


for m in (never, twice):
    try:
        with m():
            pass
    except RuntimeError as e:
        print(e)


@tag("decorated")
def f():
    print("in f")


f()
