# feedback: print called in two places: expected 2, got 1
def count_calls(function):
    return len(function.__code__.co_names)
