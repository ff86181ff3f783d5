# feedback: with a hash that is not checked: expected (3531, 'unchecked hash'), got (3531, 'hash')
def label(path):
    with open(path, "rb") as file:
        header = file.read(16)
    if len(header) < 16:
        return None
    magic = int.from_bytes(header[:2], "little")
    flags = int.from_bytes(header[4:8], "little")
    return magic, ["time", "hash", "unchecked hash", "hash"][flags]
