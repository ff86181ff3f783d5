# feedback: f called by h: expected 'h', got 'g'
def caller():
    return "g"
