n = 3
while 6 / n:
    n -= 1
