# Signal handlers: set, asked for, run in the main thread between two instructions.
import os
import signal


def show(what, f, *args):
    try:
        print(what, f(*args))
    except BaseException as error:
        print(what, type(error).__name__, error)


print(signal.getsignal(signal.SIGINT) is signal.default_int_handler)
print(signal.getsignal(signal.SIGTERM), signal.getsignal(signal.SIGUSR1))
seen = []


def handler(number, frame):
    seen.append((signal.Signals(number).name, frame.f_code.co_name))


print(signal.signal(signal.SIGUSR1, handler))
print(signal.getsignal(signal.SIGUSR1) is handler)


def somewhere():
    signal.raise_signal(signal.SIGUSR1)
    return len(seen)


print(somewhere(), seen)
show("interrupt", signal.raise_signal, signal.SIGINT)


def angry(number, frame):
    raise RuntimeError(f"signal {number:d}")


signal.signal(signal.SIGUSR2, angry)
try:
    signal.raise_signal(signal.SIGUSR2)
    print("not reached")
except RuntimeError as error:
    print("caught", error)
print(signal.signal(signal.SIGUSR2, signal.SIG_IGN) is angry)
signal.raise_signal(signal.SIGUSR2)
print(signal.signal(signal.SIGUSR2, signal.SIG_DFL) == signal.SIG_IGN)
show("no handler", signal.signal, signal.SIGUSR1, 5)
show("no handler", signal.signal, signal.SIGUSR1, "x")
show("range", signal.signal, 0, handler)
show("range", signal.getsignal, 1000)
show("type", signal.getsignal, "x")
show("strsignal", signal.strsignal, signal.SIGSEGV)
show("strsignal", signal.strsignal, signal.SIGALRM)
show("strsignal", signal.strsignal, 0)
print(signal.SIGINT, repr(signal.SIGINT), repr(signal.SIG_DFL), signal.SIG_IGN.name)
print(signal.Handlers(0), signal.Signals["SIGTERM"].name)
show("default_int_handler", signal.default_int_handler, 2, None)


def nested(number, frame):
    print("handling", number)
    if number == signal.SIGUSR1:
        signal.raise_signal(signal.SIGUSR2)
        print("back in the first")


signal.signal(signal.SIGUSR1, nested)
signal.signal(signal.SIGUSR2, nested)
signal.raise_signal(signal.SIGUSR1)
print("end")
