from datetime import datetime, timedelta, timezone
d = datetime(2024, 3, 1, 13, 5, 9, 123456)

for code in """
d, str(d), repr(d), d.isoformat(" ", "seconds"), d.isoformat(timespec="milliseconds"), datetime(2024, 3, 1).isoformat(), d.date(), d.time()
datetime.fromisoformat("2024-03-01T10:20:30.5+02:00"), datetime.fromisoformat("2024-03-01"), datetime.fromisoformat("20240301T102030Z"), datetime.fromisoformat("2024-03-01 10:20")
datetime.fromisoformat("2024-03-01T25:00")
datetime(2024, 1, 1, 24)
datetime(2024, 1, 1, fold=2)
d + timedelta(hours=11), d - timedelta(days=1), d - datetime(2024, 1, 1), d.replace(tzinfo=timezone.utc) - datetime(2024, 1, 1, tzinfo=timezone(timedelta(hours=2)))
d - d.replace(tzinfo=timezone.utc)
d < d.replace(tzinfo=timezone.utc)
d == d.replace(tzinfo=timezone.utc), d == d, d != d.replace(fold=1)
d.strftime("%H:%M:%S.%f %p %I %X %x %c %z|%Z|"), d.replace(tzinfo=timezone.utc).strftime("%z %Z %:z"), f"{d:%H%M}"
datetime.strptime("2024-03-01 13:05", "%Y-%m-%d %H:%M"), datetime.strptime("1 Mar 24", "%d %b %y"), datetime.strptime("+0130", "%z").tzinfo, datetime.strptime("12:30 PM", "%I:%M %p").hour
datetime.strptime("x", "%Y")
datetime.strptime("2024 x", "%Y")
datetime.strptime("2024", "%Q")
datetime.fromtimestamp(0, timezone.utc), datetime.fromtimestamp(1e9, tz=timezone.utc), datetime(1970, 1, 2, tzinfo=timezone.utc).timestamp(), datetime.fromtimestamp(1.5, timezone.utc).microsecond
d.replace(tzinfo=timezone.utc).astimezone(timezone(timedelta(hours=-5, minutes=-30))), d.utcoffset(), d.tzname(), d.replace(tzinfo=timezone.utc).tzname(), d.timetuple()[:6], datetime.combine(d.date(), d.time())
__import__("pickle").loads(__import__("pickle").dumps(d)) == d, __import__("copy").copy(d), hash(d) == hash(d.replace())
datetime(2024, 1, 1, tzinfo=5)
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
