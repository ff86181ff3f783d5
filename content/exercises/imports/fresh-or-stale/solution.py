import os

MAGIC = (3531).to_bytes(2, "little") + b"\r\n"

def is_fresh(pyc, source):
    with open(pyc, "rb") as file:
        header = file.read(16)
    time = int.from_bytes(header[8:12], "little")
    size = int.from_bytes(header[12:16], "little")
    return (
        header[0:4] == MAGIC
        and time == int(os.path.getmtime(source))
        and size == os.path.getsize(source)
    )
