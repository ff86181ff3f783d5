import threading
import time

waiting = 0
most_waiting = 0
_lock = threading.Lock()
_delays = {}


def set_delays(delays):
    """How long each name takes; and forget how many have waited."""
    global most_waiting
    _delays.clear()
    _delays.update(delays)
    most_waiting = 0


def fetch(name):
    """Wait for the server and return its answer."""
    global waiting, most_waiting
    with _lock:
        waiting += 1
        most_waiting = max(most_waiting, waiting)
    time.sleep(_delays.get(name, 0.02))
    with _lock:
        waiting -= 1
    return f"<{name}>"
