# Context variables: values, tokens, copies, running in a context.
import contextvars
from contextvars import Context, ContextVar, Token, copy_context

var = ContextVar("var")
other = ContextVar("other", default=[1, 2])


def show(what, f, *args):
    try:
        print(what, f(*args))
    except Exception as error:
        text = str(error).split(" at 0x")[0]
        print(what, type(error).__name__, text)


show("unset", var.get)
print(var.get("given"), other.get(), other.get("given"))
token = var.set(1)
print(var.get(), token.old_value is Token.MISSING, Token.MISSING, token.var is var)
second = var.set(2)
print(second.old_value, var.get())
var.reset(second)
print(var.get())
show("used twice", var.reset, second)
show("wrong variable", other.reset, token)
show("no token", var.reset, 5)
var.reset(token)
show("unset again", var.get)

context = copy_context()
print(len(context), var in context, list(context))


def inside(value, *, more=0):
    var.set(value)
    print("inside", var.get(), more)
    show("entered", context.run, inside, 3)
    return value * 2


print(context.run(inside, 10, more=5))
show("outside", var.get)
print(context[var], context.get(var), context.get(other), context.get(other, "none"))
print([k.name for k in context.keys()], list(context.values()), [(k.name, v) for k, v in context.items()])
show("missing", lambda: context[other])
show("not a variable", lambda: context["x"])
show("not a variable", lambda: "x" in context)
copy = context.copy()
print(copy == context, copy is context, copy != context, context == 5)
copy.run(var.set, 11)
print(copy == context, copy[var], context[var])


def token_elsewhere():
    return var.set("there")


elsewhere = Context().run(token_elsewhere)
show("other context", var.reset, elsewhere)


def fail():
    var.set("changed")
    raise ValueError("out of the context")


try:
    context.run(fail)
except ValueError as error:
    print(error, context[var])

show("no arguments", Context().run)
show("Context(1)", Context, 1)
show("Token()", Token)
show("ContextVar()", ContextVar)
show("ContextVar(1)", ContextVar, 1)
show("two", ContextVar, "a", "b")
show("hash", hash, context)
show("hash", hash, token)
print(isinstance(hash(var), int), {var: 1}[var])
print(repr(var).split(" at ")[0], repr(other).split(" at ")[0])
print(repr(token).split(" at ")[0], repr(elsewhere).split(" at ")[0])
print(ContextVar[int], Token[str], ContextVar.__module__, Context.__name__)
try:
    var.name = "x"
except AttributeError as error:
    print(error)
try:
    class Sub(Context):
        pass
except TypeError as error:
    print(error)


def generator():
    g = ContextVar("g", default=0)
    for i in range(3):
        g.set(g.get() + i)
        yield g.get()


print(list(generator()), sum(copy_context().run(lambda: [1, 2])))
nested = Context()
nested.run(lambda: [var.set(1), Context().run(lambda: print("inner", var.get("nothing"))), print(var.get())])
print(contextvars.__all__)
