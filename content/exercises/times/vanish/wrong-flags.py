# feedback: the number of CALL instructions in work under -O: expected 0, got 1
import sys

def work(n):
    if not sys.flags.optimize:
        print("working on", n)
    return n * 2
