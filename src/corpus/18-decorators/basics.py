def log(f):
    print("decorating", f.__name__)

    def wrapper(*args, **kwargs):
        print("before", args, kwargs)
        result = f(*args, **kwargs)
        print("after", result)
        return result
    return wrapper


@log
def add(a, b=1):
    return a + b


print(add(1), add(2, b=3), add.__name__)


def tag(name):
    def decorate(f):
        return lambda *a: f"<{name}>{f(*a)}</{name}>"
    return decorate


@tag("b")
@tag("i")
def text(s):
    return s.upper()


print(text("hi"))


def register(f, table=[]):
    table.append(f.__name__)
    register.table = table
    return f


@register
def one(): pass


@register
def two(): pass


print(register.table)
