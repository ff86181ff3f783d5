# feedback: each deposit in a thread of its own: expected 8 threads, got 1
import threading
import time

balance = 0

def slow_add(a, b):
    time.sleep(0.001)
    return a + b

def deposit(amount):
    global balance
    balance = slow_add(balance, amount)

def run_all():
    global balance
    balance = 0
    for _ in range(8):
        deposit(10)
    return balance
