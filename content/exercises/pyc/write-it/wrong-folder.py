# feedback: there is a file parcel.pyc
import marshal
import os

MAGIC = (3531).to_bytes(2, "little") + b"\r\n"

def ship(source, name):
    code = compile(source, name + ".py", "exec")
    os.makedirs("__pycache__", exist_ok=True)
    with open(f"__pycache__/{name}.cpython-312.pyc", "wb") as file:
        file.write(MAGIC + bytes(12) + marshal.dumps(code))
