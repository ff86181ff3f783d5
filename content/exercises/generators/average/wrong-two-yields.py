# feedback: send(20): expected 15.0, got None
def average():
    count = total = 0
    while True:
        x = yield
        total += x
        count += 1
        yield total / count
