a, b = 3, "4"
ok = a == b or a != b and not a < 2
print(ok)
if a > 1 and a >= b:
    print("never")
