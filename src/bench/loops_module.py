# The same kind of loop at module scope, where every name is a key of a dict.
total = 0
i = 0
while i < 45000:
    if i % 3 == 0:
        total += i
    else:
        total -= i // 2
    i += 1
for k in range(25000):
    total = total + k * 2 - 1
checksum = total
