# feedback: number of BINARY_OP instructions in seconds_per_week: expected 0, got 1
def seconds_per_week():
    days = 7
    return 24 * 60 * 60 * days
