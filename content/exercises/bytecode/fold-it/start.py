def seconds_per_week():
    days = 7
    return days * 24 * 60 * 60
