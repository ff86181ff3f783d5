for x in (0.5, 1.5, 2.5, -0.5, -1.5, 2.4999, 2.675, 1e16):
    print(x, round(x), round(x, 1), round(x, 2))
print(round(1234.5678, 2), round(1234.5678, -2), round(1234.5678, 0), round(1234.5678, None))
print(round(0.1 + 0.2, 10), round(1.005, 2), round(5e-324, 3), round(1e300, -299))
for bad in (float("nan"), float("inf")):
    try:
        print(round(bad))
    except Exception as e:
        print(type(e).__name__, e)
    print(round(bad, 2))
try:
    round("1")
except TypeError as e:
    print(e)
