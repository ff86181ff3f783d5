print(pow(2, 10), pow(2, 10, 1000), pow(3, -1, 7), pow(7, 200, 13), pow(-2, 3, 5))
print(pow(2, 0.5), pow(2.0, 3), pow(0, 0), pow(5, 0, 1))
for args in ((2, -1, 4), (2, 3, 0), (2.0, 3, 5), ("a", 2)):
    try:
        print(pow(*args))
    except Exception as e:
        print(type(e).__name__, e)
print(pow(base=2, exp=5), pow(2, exp=5, mod=7))
