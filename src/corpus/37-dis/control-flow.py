# oracle: dis
def f(n):
    total = 0
    for i in range(n):
        if i % 2 == 0 and i > 2:
            continue
        elif i == 7:
            break
        total += i
    else:
        total = -1
    while total > 3:
        total -= 1
    return total if total else None


print(f(5), f(20))
