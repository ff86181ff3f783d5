def check():
    raise ValueError("whole line")


check()
