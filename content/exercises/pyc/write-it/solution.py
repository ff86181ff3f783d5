import marshal

MAGIC = (3531).to_bytes(2, "little") + b"\r\n"

def ship(source, name):
    code = compile(source, name + ".py", "exec")
    with open(name + ".pyc", "wb") as file:
        file.write(MAGIC + bytes(12) + marshal.dumps(code))
