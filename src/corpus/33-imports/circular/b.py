print("b starts")
import a
print("a has value yet?", hasattr(a, "value"))
value = "b value"


def late():
    return a.value
