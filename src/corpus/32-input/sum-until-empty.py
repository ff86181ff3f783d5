total = 0
while True:
    line = input()
    if not line:
        break
    try:
        total += float(line)
    except ValueError as e:
        print("skipped:", e)
print("total", total)
