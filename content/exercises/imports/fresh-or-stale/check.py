import os

from checking import load, call, expect_equal

NOW = 1_700_000_000


def write(name, data, time=NOW):
    with open(name, "wb") as file:
        file.write(data)
    os.utime(name, (time, time))


def header(magic=3531, time=NOW, size=10):
    return magic.to_bytes(2, "little") + b"\r\n" + bytes(4) + time.to_bytes(4, "little") + size.to_bytes(4, "little")


is_fresh = load().is_fresh
write("lesson.py", b"VALUE = 1\n")
write("lesson.pyc", header() + b"bytecode")
expect_equal(call(is_fresh, "lesson.pyc", "lesson.py"), True, "version, time and size fit")
write("lesson.pyc", header(magic=3495) + b"bytecode")
expect_equal(call(is_fresh, "lesson.pyc", "lesson.py"), False, "made by Python 3.11")
write("lesson.pyc", header() + b"bytecode")
write("lesson.py", b"VALUE = 100\n")
expect_equal(call(is_fresh, "lesson.pyc", "lesson.py"), False, "source has another size")
write("lesson.py", b"VALUE = 2\n", NOW + 60)
expect_equal(call(is_fresh, "lesson.pyc", "lesson.py"), False, "source has another time, a minute later")
write("lesson.py", b"VALUE = 2\n", NOW - 60)
expect_equal(call(is_fresh, "lesson.pyc", "lesson.py"), False, "source has another time, a minute earlier")
write("lesson.py", b"VALUE = 2\n")
expect_equal(call(is_fresh, "lesson.pyc", "lesson.py"), True, "another text, but the same time and size")
