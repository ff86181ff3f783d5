e = ValueError("base")
e.add_note("first note")
e.add_note("second")
print(e.__notes__, e)
try:
    e.add_note(5)
except TypeError as err:
    print(err)
g = ExceptionGroup("many", [ValueError("a"), TypeError("b"), ExceptionGroup("inner", [KeyError("c")])])
print(repr(g), g.message, len(g.exceptions), g)
try:
    raise g
except* ValueError as eg:
    print("values", eg.exceptions)
except* (TypeError, KeyError) as eg:
    print("others", eg.exceptions)
try:
    try:
        raise ExceptionGroup("g", [ValueError(1), OSError(2)])
    except* ValueError:
        print("handled value")
except ExceptionGroup as rest:
    print("rest", rest.exceptions)
match_, rest = g.split(KeyError)
print(repr(match_), repr(rest), g.subgroup(ValueError))
for args in (("m", []), ("m", [1]), ("m",), (1, [ValueError()])):
    try:
        ExceptionGroup(*args)
    except (ValueError, TypeError) as err:
        print(type(err).__name__, err)
