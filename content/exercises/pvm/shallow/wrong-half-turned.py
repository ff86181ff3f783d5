# feedback: height of the value stack: expected at most 2, got 4
def value(x):
    return 2 + x * ((7 * x + 5) * x + 3)
