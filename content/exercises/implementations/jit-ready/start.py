def steps(n):
    seen = [n]
    while seen[-1] != 1:
        n = seen[-1]
        seen.append(int(n / 2) if n % 2 == 0 else 3 * n + 1)
    return len(seen) - 1

print(steps(27))
