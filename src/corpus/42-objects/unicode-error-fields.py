# start and end are numbers in C; the other fields take anything.
e = UnicodeEncodeError("utf-8", "héllo", 1, 2, "why")
print(e, e.start, e.end)
e.end = 4
print(e)
for field, value in (("start", "a"), ("start", None), ("end", 1.5), ("start", 2)):
    try:
        setattr(e, field, value)
        print(field, getattr(e, field), e)
    except TypeError as error:
        print(field, error)
for field in ("start", "reason"):
    try:
        delattr(e, field)
        print(getattr(e, field))
    except TypeError as error:
        print(field, error)
b = BlockingIOError(11, "busy", 7)
print(b.args, b.characters_written, b.filename)
b = BlockingIOError(11, "busy", 7, None, "other")
print(b.args, b.characters_written, b.filename2)
b = OSError(11, "busy", "file", None, "other")
print(b.args, b.filename, b.filename2, b)
c = complex(float("-inf"), 1) ** -5e-324
print(c, abs(complex(0.5, 2.2250738585072014e-308)), complex(0.3, 5e-324) ** complex(8.44191))
