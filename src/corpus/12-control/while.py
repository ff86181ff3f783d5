n = 10
while n > 0:
    n -= 3
    if n == 4:
        continue
    print(n)
else:
    print("ended without break")
while True:
    n += 1
    if n > 2:
        break
else:
    print("never")
print("n", n)
i = 0
while i < 3:
    j = 0
    while True:
        if j == i:
            break
        print(i, j)
        j += 1
    i += 1
while False:
    print("never")
else:
    print("else at once")
steps = 0
c = 27
while c != 1:
    c = c // 2 if c % 2 == 0 else 3 * c + 1
    steps += 1
print(steps)
