e = "before"
try:
    1 / 0
except ZeroDivisionError as e:
    print(e)
try:
    print(e)
except NameError as err:
    print(err)


def f():
    try:
        int("x")
    except ValueError as problem:
        message = str(problem)
    try:
        problem
    except UnboundLocalError as u:
        print(u)
    return message


print(f())
kept = None
try:
    [][1]
except IndexError as e:
    kept = e
print(kept)
try:
    raise ValueError
except ValueError as e:
    del e
print("fine")
