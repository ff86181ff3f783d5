# feedback: the generator was not taken up: expected 0 steps, got 1
def state(generator):
    try:
        next(generator)
    except StopIteration:
        return "ended"
    return "not begun"
