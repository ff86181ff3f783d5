def returns():
    try:
        return "try"
    finally:
        print("finally runs")


def overrides():
    try:
        return "try"
    finally:
        return "finally"


def swallows():
    try:
        1 / 0
    finally:
        return "swallowed"


def value_saved():
    x = 1
    try:
        return x
    finally:
        x = 2


print(returns(), overrides(), swallows(), value_saved())
for i in range(4):
    try:
        if i == 1:
            continue
        if i == 3:
            break
        print("body", i)
    finally:
        print("cleanup", i)
else:
    print("no else")


def loop():
    for i in range(3):
        try:
            return i
        finally:
            if i < 2:
                continue
    return "end"


print(loop())


def nested():
    try:
        try:
            raise ValueError("a")
        finally:
            print("f1")
    except ValueError as e:
        print("caught", e)
        return "r"
    finally:
        print("f2")


print(nested())


def while_finally():
    n = 0
    while True:
        try:
            n += 1
            if n > 2:
                return n
        finally:
            if n == 2:
                print("two")


print(while_finally())
