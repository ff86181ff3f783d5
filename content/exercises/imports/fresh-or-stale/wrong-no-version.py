# feedback: made by Python 3.11: expected False, got True
import os

def is_fresh(pyc, source):
    with open(pyc, "rb") as file:
        header = file.read(16)
    time = int.from_bytes(header[8:12], "little")
    size = int.from_bytes(header[12:16], "little")
    return time == int(os.path.getmtime(source)) and size == os.path.getsize(source)
