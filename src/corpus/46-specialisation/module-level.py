import dis
import sys

# The code of this module itself, as it now runs.
total = 0
for i in range(10):
    total += i * 2
    if total > 50:
        total -= 1
values = [n + 1 for n in range(5)]
text = "".join(str(v) for v in values)
code = sys._getframe().f_code
for i in dis.get_instructions(code, adaptive=True):
    if "CACHE" not in i.opname and i.starts_line is not None or "_" in i.opname:
        print(i.offset, i.opname, i.argrepr if "code object" not in i.argrepr else "")
