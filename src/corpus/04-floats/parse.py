for text in ("3.14", " 2 ", "1e5", "-.5", "5.", "1_0.5", "inf", "-Infinity", "NaN", "1E-3", "0x1p3"):
    try:
        print(repr(text), float(text))
    except ValueError as e:
        print(e)
for bad in ("", "abc", "1.2.3", "1e", ".", "1 2", None, [], "--1"):
    try:
        print(float(bad))
    except Exception as e:
        print(type(e).__name__, e)
print(float(), float(True), float(10 ** 20), float(b"2.5"))
try:
    float(10 ** 400)
except OverflowError as e:
    print(e)
