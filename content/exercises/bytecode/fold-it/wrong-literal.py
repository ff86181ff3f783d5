# feedback: the calculation can still be read in the function
def seconds_per_week():
    return 604800
