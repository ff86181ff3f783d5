# oracle: dis
def f(x):
    try:
        return 10 / x
    except ZeroDivisionError as e:
        print("zero", e)
        raise ValueError from e
    except (TypeError, KeyError):
        return -1
    else:
        print("else")
    finally:
        print("finally")


print(f(5), f("a"))
try:
    f(0)
except ValueError:
    print("caught")
