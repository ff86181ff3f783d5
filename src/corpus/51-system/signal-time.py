# Alarms break off waits; a wait goes on when its handler returns (PEP 475). Pyodide has no timers.
# oracle: properties
import signal
import threading
import time


def ring(number, frame):
    print("ring", signal.Signals(number).name, round(time.monotonic() - begun, 1))


begun = time.monotonic()
signal.signal(signal.SIGALRM, ring)
#> 0
print(signal.alarm(1))
#> ring SIGALRM 1.0
time.sleep(2)
#> slept 2.0
print("slept", round(time.monotonic() - begun, 1))
#> (0.0, 0.0)
print(signal.setitimer(signal.ITIMER_REAL, 0.5, 0.5))
#> ring SIGALRM 2.5
#> ring SIGALRM 3.0
time.sleep(1.2)
delay, interval = signal.setitimer(signal.ITIMER_REAL, 0)
#> 0.3 0.5
print(round(delay, 1), interval)
#> (0.0, 0.0)
print(signal.getitimer(signal.ITIMER_REAL))


class TooLong(Exception):
    pass


def too_long(number, frame):
    raise TooLong


signal.signal(signal.SIGALRM, too_long)
lock = threading.Lock()
lock.acquire()


def spin():
    while True:
        pass


for wait in (lambda: time.sleep(100), lock.acquire, threading.Event().wait, spin):
    signal.setitimer(signal.ITIMER_REAL, 0.05)
    try:
        wait()
    except TooLong:
#> broken off
#> broken off
#> broken off
#> broken off
        print("broken off")

try:
    signal.setitimer(7, 1)
except signal.ItimerError as error:
#> signal.itimer_error [Errno 22] Invalid argument
    print(f"{type(error).__module__}.{type(error).__name__}", error)

signal.signal(signal.SIGUSR1, lambda n, f: print("usr1"))
#> set()
print(signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR1]))
signal.raise_signal(signal.SIGUSR1)
#> {<Signals.SIGUSR1: 10>}
print(signal.sigpending())
#> usr1
signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGUSR1})
signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGALRM])
signal.alarm(1)
#> <Signals.SIGALRM: 14>
print(repr(signal.sigwait([signal.SIGALRM])))
#> None
print(signal.sigtimedwait([signal.SIGALRM], 0.5))
signal.pthread_sigmask(signal.SIG_SETMASK, [])


def from_thread():
    signal.raise_signal(signal.SIGUSR1)
    try:
        signal.signal(signal.SIGUSR1, signal.SIG_DFL)
    except ValueError as error:
        print(error)


thread = threading.Thread(target=from_thread)
thread.start()
#> signal only works in main thread of the main interpreter
#> usr1
thread.join()
threading.Timer(1, signal.raise_signal, [signal.SIGUSR1]).start()
#> usr1
signal.pause()
#> paused
print("paused")
