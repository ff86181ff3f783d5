from datetime import date, timedelta

for code in """
date(2024, 2, 29), str(date(1, 1, 1)), date.min, date.max, date.resolution, date.fromisoformat("2024-03-01"), date.fromisoformat("20240301"), date.fromisoformat("2024-W09-5")
date(2024, 13, 1)
date(2024, 2, 30)
date(0, 1, 1)
date(2024.0, 1, 1)
date.fromisoformat("2024-3-1")
date(2024, 3, 1) - date(2024, 2, 1), date(2024, 3, 1) - timedelta(1), date(2024, 1, 31) + timedelta(days=1), date(2024, 1, 1) < date(2024, 1, 2)
date(2024, 1, 1) + 1
date.max + timedelta(1)
date(2024, 3, 1).weekday(), date(2024, 3, 1).isoweekday(), date(2024, 12, 30).isocalendar(), date.fromisocalendar(2025, 1, 1), date(2024, 3, 1).toordinal(), date.fromordinal(738946), date(2024, 3, 1).timetuple().tm_yday
date(2024, 3, 1).strftime("%Y-%m-%d %j %a %A %b %B %U %W %w %y %u %G-%V %%"), f"{date(2024, 3, 1):%d.%m.%y}", format(date(2024, 3, 1), ""), date(2024, 3, 1).ctime()
date(2024, 3, 1).replace(day=31), hash(date(2024, 1, 1)) == hash(date(2024, 1, 1)), date(2024, 1, 1) == "2024", repr(date(2024, 3, 1)), date(2024, 3, 1).__reduce__()[1]
date(2024, 1, 31).replace(month=2)
date(2024, 1, 1) < 5
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
