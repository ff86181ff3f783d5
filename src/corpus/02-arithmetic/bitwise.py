a, b = 0b1100, 0b1010
print(a & b, a | b, a ^ b, ~a, a << 2, a >> 2)
print(bin(a & b), bin(a | b), bin(a ^ b), bin(~a))
print(-1 >> 5, -8 >> 1, -1 & 0xFF, -1 | 5, -256 ^ 255)
print(1 << 40, (1 << 40) >> 38, 5 >> 100, -5 >> 100)
for shift in (-1,):
    try:
        print(1 << shift)
    except ValueError as e:
        print(e)
    try:
        print(1 >> shift)
    except ValueError as e:
        print(e)
print(True & False, True | False, True ^ True, True & 3)
