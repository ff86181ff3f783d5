import importlib
import marshal
import os
import sys

from checking import load, call, expect, expect_equal

ship = load().ship
call(ship, "CONTENTS = ['book', 'pen']\ndef count():\n    return len(CONTENTS)\n", "parcel")
expect(not os.path.exists("parcel.py"), "no source was written", "no file parcel.py", "one")
expect(os.path.exists("parcel.pyc"), "there is a file parcel.pyc", "a file parcel.pyc", "none")
with open("parcel.pyc", "rb") as file:
    data = file.read()
expect_equal(int.from_bytes(data[:2], "little"), 3531, "magic number")
expect_equal(data[2:4], b"\r\n", "what follows the magic number")
expect_equal(int.from_bytes(data[4:8], "little"), 0, "flags")
kind = type(marshal.loads(data[16:])).__name__
expect(kind == "code", "after the header comes a code object", "one", kind)
importlib.invalidate_caches()
if "" not in sys.path:
    sys.path.insert(0, "")
import parcel

expect_equal(parcel.count(), 2, "parcel.count()")
