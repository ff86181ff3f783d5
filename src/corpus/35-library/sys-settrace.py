import sys
events = []


def tracer(frame, event, arg):
    if frame.f_code.co_name in ("f", "g"):
        events.append((event, frame.f_code.co_name, frame.f_lineno - frame.f_code.co_firstlineno))
        return tracer


def g(x):
    return x + 1


def f():
    a = 1
    b = g(a)
    return b


sys.settrace(tracer)
f()
sys.settrace(None)
print(events)
print(sys.gettrace())
