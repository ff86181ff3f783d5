def sieve(limit):
    flags = [True] * (limit + 1)
    flags[0:2] = [False, False]
    p = 2
    while p * p <= limit:
        if flags[p]:
            flags[p * p::p] = [False] * len(flags[p * p::p])
        p += 1
    return [n for n, prime in enumerate(flags) if prime]


def factorise(n):
    factors = {}
    d = 2
    while d * d <= n:
        while n % d == 0:
            factors[d] = factors.get(d, 0) + 1
            n //= d
        d += 1 if d == 2 else 2
    if n > 1:
        factors[n] = factors.get(n, 0) + 1
    return factors


def show(factors):
    return " x ".join(f"{p}^{k}" if k > 1 else str(p) for p, k in factors.items())


primes = sieve(1000)
print(len(primes), primes[:10], primes[-3:])
for n in (12, 97, 360, 1001, 65536, 999999000001):
    print(n, "=", show(factorise(n)))
twins = [(p, p + 2) for p in primes if p + 2 in set(primes)]
print(len(twins), twins[-1])
gaps = {}
for a, b in zip(primes, primes[1:]):
    gaps[b - a] = gaps.get(b - a, 0) + 1
print(sorted(gaps.items())[:5])
print([n for n in range(2, 500) if sum(d for d in range(1, n) if n % d == 0) == n])


def gcd(a, b):
    while b:
        a, b = b, a % b
    return a


print(gcd(1071, 462), sum(1 for n in range(1, 100) if gcd(n, 100) == 1))
