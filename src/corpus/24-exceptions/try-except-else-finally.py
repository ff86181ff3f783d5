def run(f):
    print("--", f.__name__)
    try:
        result = f()
    except ZeroDivisionError:
        print("zero")
    except (TypeError, ValueError) as e:
        print("type or value:", e)
    except Exception as e:
        print("other:", type(e).__name__, e)
    else:
        print("else", result)
    finally:
        print("finally")


def fine(): return 1
def zero(): return 1 / 0
def kind(): return 1 + "a"
def value(): return int("x")
def key(): return {}["k"]


for f in (fine, zero, kind, value, key):
    run(f)
try:
    pass
finally:
    print("bare finally")
try:
    raise KeyError("only once")
except:
    print("bare except")
try:
    try:
        1 / 0
    except ValueError:
        print("wrong one")
    finally:
        print("inner finally")
except ZeroDivisionError as e:
    print("outer", e)
