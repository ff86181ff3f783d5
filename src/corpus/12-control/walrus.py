data = [1, 5, 9, 12]
if any((big := n) > 6 for n in data):
    print("first big", big)
print([y for x in data if (y := x * 2) > 8], y)
total = 0
print([total := total + x for x in data], total)
while (item := data.pop()) > 4:
    print(item)
print(data, (z := 5) + z, z)


def f(n):
    return (half := n // 2) * half


print(f(9))
print((a := 1, b := 2), a, b)
