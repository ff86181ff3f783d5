import marshal

MAGIC = (3531).to_bytes(2, "little") + b"\r\n"

def ship(source, name):
    with open(name + ".py", "w") as file:
        file.write(source)
