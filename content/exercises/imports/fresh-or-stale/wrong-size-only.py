# feedback: source has another time, a minute later: expected False, got True
import os

MAGIC = (3531).to_bytes(2, "little") + b"\r\n"

def is_fresh(pyc, source):
    with open(pyc, "rb") as file:
        header = file.read(16)
    size = int.from_bytes(header[12:16], "little")
    return header[0:4] == MAGIC and size == os.path.getsize(source)
