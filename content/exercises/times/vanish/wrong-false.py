# feedback: in a normal run work(3) prints: expected 'working on 3\n', got ''
def work(n):
    if False:
        print("working on", n)
    return n * 2
