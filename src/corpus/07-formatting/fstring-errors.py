def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


attempt(lambda: f"{missing}")
attempt(lambda: f"{'a':d}")
attempt(lambda: f"{1:s}")
attempt(lambda: f"{1.5:d}")
attempt(lambda: f"{5:.2d}")
attempt(lambda: f"{None:5}")
attempt(lambda: f"{[1]:>5}")
attempt(lambda: f"{'x':=5}")
attempt(lambda: f"{'x':,}")
attempt(lambda: f"{1:,_}")
attempt(lambda: f"{1:zz}")
attempt(lambda: f"{1:5c}|")
attempt(lambda: f"{'abc':+}")
attempt(lambda: f"{1 / 0}")
attempt(lambda: f"{object():5}"[:0])
