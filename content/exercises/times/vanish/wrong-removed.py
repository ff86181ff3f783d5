# feedback: in a normal run work(3) prints
def work(n):
    return n * 2
