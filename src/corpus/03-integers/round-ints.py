print(round(1234), round(1234, -2), round(1250, -2), round(1350, -2), round(-1250, -2), round(15, -1), round(25, -1))
print(round(5, 3), round(True), abs(-5), abs(True), round(10 ** 30 + 5, -1))
