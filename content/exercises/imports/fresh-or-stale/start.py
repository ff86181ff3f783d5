import os

MAGIC = (3531).to_bytes(2, "little") + b"\r\n"

def is_fresh(pyc, source):
    with open(pyc, "rb") as file:
        header = file.read(16)
    return True
