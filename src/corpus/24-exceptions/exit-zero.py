print("a")
raise SystemExit
print("never")
