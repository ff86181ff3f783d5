import threading
import time

balance = 0
lock = threading.Lock()

def slow_add(a, b):
    time.sleep(0.001)
    return a + b

def deposit(amount):
    global balance
    with lock:
        balance = slow_add(balance, amount)

def run_all():
    global balance
    balance = 0
    threads = [threading.Thread(target=deposit, args=(10,)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return balance

print(run_all())
