import importlib
import os
import sys


def fresh(text):
    with open("m.py", "w") as f:
        f.write(text)
    sys.modules.pop("m", None)
    importlib.invalidate_caches()


fresh("print('m runs')\nx = 1\n")
import m
print(m.__cached__, os.path.exists("__pycache__/m.cpython-312.pyc"), m.__spec__.origin)
with open("__pycache__/m.cpython-312.pyc", "rb") as f:
    header = f.read(16)
print(int.from_bytes(header[:2], "little"), header[2:4], int.from_bytes(header[4:8], "little"), int.from_bytes(header[12:16], "little"))
before = os.stat("__pycache__/m.cpython-312.pyc").st_mtime_ns
sys.modules.pop("m")
import m
print("unchanged pyc:", os.stat("__pycache__/m.cpython-312.pyc").st_mtime_ns == before, m.x)
fresh("print('m runs, changed')\nx = 'two'\n")
import m
print(m.x)
with open("__pycache__/m.cpython-312.pyc", "rb") as f:
    print(int.from_bytes(f.read(16)[12:16], "little"), os.stat("m.py").st_size)
print(os.path.exists("__pycache__/main.cpython-312.pyc"), sorted(os.listdir("__pycache__")))
