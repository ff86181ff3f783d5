# feedback: value(0): expected 2, got 7
def value(x):
    return ((2 * x + 3) * x + 5) * x + 7
