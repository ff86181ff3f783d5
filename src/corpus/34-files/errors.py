def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, str(e).split("] ")[-1])


attempt(lambda: open("missing.txt"))
attempt(lambda: open("no/such/dir.txt", "w"))
attempt(lambda: open("x", "q"))
attempt(lambda: open("x", "rw"))
attempt(lambda: open("x", "rbt"))
attempt(lambda: open("x", "w", encoding="nope"))
attempt(lambda: open("x", "wb", encoding="utf-8"))
attempt(lambda: open())
attempt(lambda: open(1.5))
attempt(lambda: open("x", 5))
attempt(lambda: open(".", "r"))
with open("x.txt", "w") as f:
    attempt(lambda: f.read())
    attempt(lambda: f.write(5))
    attempt(lambda: f.write(b"bytes"))
attempt(lambda: f.write("closed"))
attempt(lambda: f.read())
attempt(lambda: f.__enter__())
attempt(lambda: f.close())
with open("x.txt", "rb") as f:
    attempt(lambda: f.write(b"x"))
    attempt(lambda: f.read("a"))
with open("x.txt", "wb") as f:
    attempt(lambda: f.write("text"))
attempt(lambda: open("x.txt", "x"))
attempt(lambda: open("new.txt", "x").close())
attempt(lambda: next(open("x.txt")))
