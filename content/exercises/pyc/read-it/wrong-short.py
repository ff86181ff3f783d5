# feedback: a file that was cut short: expected None, got (3531, 'time')
def label(path):
    with open(path, "rb") as file:
        header = file.read(16)
    magic = int.from_bytes(header[:2], "little")
    flags = int.from_bytes(header[4:8], "little")
    if not flags & 1:
        return magic, "time"
    return magic, "hash" if flags & 2 else "unchecked hash"
