# feedback: first([0, 1]): expected 0, got None
def first(data):
    return (data or [None])[0] or None
