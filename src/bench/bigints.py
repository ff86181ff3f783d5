# Ints beyond one machine word: factorials, Fibonacci numbers, powers, digits.
def factorial(n):
    result = 1
    for i in range(2, n + 1):
        result *= i
    return result


def fibonacci(n):
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a


def digits(n):
    total = 0
    while n:
        n, digit = divmod(n, 10)
        total += digit
    return total


def collatz(n):
    steps = 0
    while n != 1:
        n = 3 * n + 1 if n & 1 else n >> 1
        steps += 1
    return steps


def mix(turns):
    state = 0x9E3779B97F4A7C15
    for _ in range(turns):
        state = (state * 6364136223846793005 + 1442695040888963407) & 0xFFFFFFFFFFFFFFFF
        state ^= state >> 33
    return state


big = factorial(700)
checksum = (big % 1000000007, fibonacci(3000) % 10**12, digits(fibonacci(2500)), collatz(2**200 - 1), mix(9000), pow(3, big, 10**9 + 7), len(str(big)))
