for n in (50, 150, 250):
    try:
        print(n, eval("(" * n + "1" + ")" * n))
    except (SyntaxError, MemoryError, RecursionError) as e:
        print(n, type(e).__name__, e)
source = ""
for i in range(21):
    source += " " * i + "for x in y:\n"
source += " " * 21 + "pass\n"
try:
    compile(source, "t.py", "exec")
except SyntaxError as e:
    print(e)
source = ""
for i in range(101):
    source += " " * i + "if x:\n"
source += " " * 101 + "pass\n"
try:
    compile(source, "t.py", "exec")
except SyntaxError as e:
    print(type(e).__name__, e)
