from datetime import timedelta

for code in """
timedelta(1), timedelta(hours=25, minutes=-1), timedelta(seconds=1.5), timedelta(weeks=1, milliseconds=5), timedelta(), timedelta(microseconds=-1), timedelta(days=0.5)
str(timedelta(1, 5)), str(timedelta(-1)), str(timedelta(2, 3661, 5)), str(timedelta(seconds=-1)), repr(timedelta(1, 2, 3)), timedelta.min, timedelta.max, timedelta.resolution
timedelta(1) + timedelta(hours=1), timedelta(1) * 2, 2.5 * timedelta(1), timedelta(1) / 2, timedelta(1) / timedelta(hours=1), timedelta(1) // timedelta(hours=5), timedelta(1) % timedelta(hours=5), divmod(timedelta(1), timedelta(hours=7)), -timedelta(1), abs(timedelta(-1)), +timedelta(1), timedelta(1) // 7
timedelta(1, 2, 3).days, timedelta(1, 2, 3).seconds, timedelta(days=1, seconds=1).total_seconds(), bool(timedelta()), timedelta(1) > timedelta(hours=23), timedelta(1) == 1
timedelta(1) / 0
timedelta(1) / timedelta()
timedelta(1) * timedelta(1)
timedelta(1) + 5
timedelta(10**10)
timedelta("1")
timedelta(1) < 5
timedelta(days=1.0000001), timedelta(microseconds=0.5), timedelta(microseconds=1.5), timedelta(1) * 1.1, hash(timedelta(1)) == hash(timedelta(hours=24)), sum([timedelta(1), timedelta(2)], timedelta())
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
