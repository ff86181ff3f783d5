# feedback: calls in first: expected 0, got 2
def first(data):
    return next(iter(data), None)
