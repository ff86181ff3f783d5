def f():
    raise SystemExit("leaving")

f()
