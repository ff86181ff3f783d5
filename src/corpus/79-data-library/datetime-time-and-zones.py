from datetime import datetime, time, timedelta, timezone, tzinfo
class TZ(tzinfo):
    def utcoffset(self, dt): return timedelta(hours=3)
    def dst(self, dt): return timedelta(hours=1)
    def tzname(self, dt): return "TZ3"

for code in """
time(1, 2, 3), time(23, 59, 59, 999999), str(time(1, 2)), time(), time.fromisoformat("04:23:01.000384"), time.fromisoformat("T042301"), time(1).isoformat("minutes"), time(1, tzinfo=timezone.utc)
time(25)
time.fromisoformat("4:23")
time(1) < time(2), time(1) == time(1, 0), bool(time(0)), time(5).replace(hour=6), time(1, 2).strftime("%H-%M"), f"{time(13):%I %p}", hash(time(1)) == hash(time(1))
time(1) < time(1, tzinfo=timezone.utc)
time(1) - time(2)
timezone.utc, timezone(timedelta(hours=5, minutes=30)), timezone(timedelta(hours=-1), "X"), str(timezone(timedelta(0))), timezone(timedelta(0)) is timezone.utc, timezone.utc == timezone(timedelta(0)), timezone.min, timezone.max
timezone(timedelta(hours=24))
timezone(5)
timezone(timedelta(1, 0, 1))
timezone.utc.utcoffset(None), timezone(timedelta(minutes=-90)).tzname(None), repr(timezone.utc)
datetime(2024, 1, 1, tzinfo=TZ()), datetime(2024, 1, 1, tzinfo=TZ()).dst(), datetime(2024, 1, 1, 12, tzinfo=TZ()).astimezone(timezone.utc), datetime(2024, 1, 1, tzinfo=TZ()).strftime("%Z %z"), datetime(2024, 1, 1, 12, tzinfo=timezone.utc).astimezone(TZ())
tzinfo().utcoffset(None)
timezone.utc.fromutc(datetime(2024, 1, 1))
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
