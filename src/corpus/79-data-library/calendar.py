import calendar as c

for code in """
c.isleap(2000), c.isleap(1900), c.leapdays(2000, 2021), c.monthrange(2024, 2), c.weekday(2024, 3, 1), c.day_name[0], c.month_abbr[12], c.timegm((1970, 1, 2, 0, 0, 0)), list(c.day_abbr)
c.month(2024, 2)
c.monthcalendar(2024, 2), c.Calendar(6).monthdayscalendar(2024, 3)[0], list(c.Calendar().itermonthdays(2023, 2))[:5], c.TextCalendar(6).formatmonth(2023, 2)
c.monthrange(2024, 13)
c.weekday(2024, 2, 30)
c.Calendar(9).firstweekday, c.calendar(2024).splitlines()[2], c.FRIDAY, c.March if hasattr(c, "March") else c.MARCH, repr(c.MONDAY)
c.HTMLCalendar().formatday(5, 2), c.week(1, 2) if hasattr(c, "week") and False else c.firstweekday()
[d.isoformat() for d in c.Calendar().itermonthdates(2024, 2)][:4], list(c.Calendar().iterweekdays()), c.monthcalendar(2026, 2)[-1]
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
