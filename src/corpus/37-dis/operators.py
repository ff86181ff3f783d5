# oracle: dis
def f(a, b):
    return (a + b, a - b, a * b, a / b, a // b, a % b, a ** b, a << b, a >> b, a & b, a | b, a ^ b,
            -a, ~a, not a, a < b, a <= b, a == b, a != b, a > b, a >= b, a is b, a is not b, a in [b], a not in (b, 1),
            a and b, a or b, a < b < 10, a if b else 0)


print(f(7, 2))
x = 5
x += 1
x *= 2
print(x, 2 * 3 + 4, "a" * 3, -5, 1 + 2 == 3)
