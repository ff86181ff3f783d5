total = 0.0
for _ in range(10):
    total += 0.1
print(total, total == 1.0, abs(total - 1.0) < 1e-9)
print(sum([0.1] * 10), sum([0.1] * 3), 0.1 * 3)
print(sum([1e100, 1.0, -1e100]), sum([1, 0.1, 0.2]))
h = 0.0
for i in range(1, 101):
    h += 1 / i
print(h)
x = 1.0
n = 0
while x > 0:
    x /= 2
    n += 1
print(n)
print(0.1 + 0.7, 0.7 + 0.2 + 0.1, 1.1 * 3, 4.35 * 100, 1e16 + 1)
