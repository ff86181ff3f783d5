def label(path):
    with open(path, "rb") as file:
        header = file.read(16)
    return header
