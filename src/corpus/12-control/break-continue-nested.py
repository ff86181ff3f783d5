for i in range(4):
    if i == 2:
        continue
    for j in range(4):
        if j == 1:
            continue
        if j == 3:
            break
        print(i, j)
    else:
        print("inner else")
for i in range(3):
    for j in range(3):
        if i * j == 1:
            break
    else:
        continue
    print("broke out at", i, j)
    break
for i in range(10):
    if i % 2: continue
    if i > 6: break
    print(i, end=",")
print()
