# feedback: number of BINARY_OP instructions in seconds_per_week: expected 0, got 3
DAYS = 7

def seconds_per_week():
    return DAYS * 24 * 60 * 60
