# feedback: made by Python 3.12, with a time: expected (3531, 'time'), got (51981, 'time')
def label(path):
    with open(path, "rb") as file:
        header = file.read(16)
    if len(header) < 16:
        return None
    magic = int.from_bytes(header[:2], "big")
    flags = int.from_bytes(header[4:8], "little")
    if not flags & 1:
        return magic, "time"
    return magic, "hash" if flags & 2 else "unchecked hash"
