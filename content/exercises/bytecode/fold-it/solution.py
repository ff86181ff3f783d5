def seconds_per_week():
    return 7 * 24 * 60 * 60
