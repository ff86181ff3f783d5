def label(path):
    with open(path, "rb") as file:
        header = file.read(16)
    if len(header) < 16:
        return None
    magic = int.from_bytes(header[:2], "little")
    flags = int.from_bytes(header[4:8], "little")
    if not flags & 1:
        return magic, "time"
    return magic, "hash" if flags & 2 else "unchecked hash"
