if (n := 1 / 0) > 5:
    pass
