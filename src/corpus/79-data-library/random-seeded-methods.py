import random
r = random.Random(42)
print(r.random(), r.randint(1, 100), r.randrange(0, 100, 5), r.choice("abcdef"), r.uniform(1, 2), r.getrandbits(40), r.sample(range(100), 5), r.choices("ab", weights=[1, 9], k=6))
l = list(range(8)); r.shuffle(l); print(l, r.gauss(0, 1), r.normalvariate(0, 1), r.expovariate(2), r.triangular(0, 10, 3), r.betavariate(1, 2), r.paretovariate(3), r.randbytes(4))
st = r.getstate(); a = [r.random() for _ in range(3)]; r.setstate(st); print(a == [r.random() for _ in range(3)], st[0], len(st[1]))
for seed in (0, -1, 10**30, "text", b"bytes", bytearray(b"x"), None and 0):
    print(repr(seed), random.Random(seed).random() if seed is not None else "")
for code in ("r.choice([])", "r.randint(5, 1)", "r.randrange(5, 5)", "r.sample([1], 2)", "r.sample({1}, 1)", "r.choices([])", "r.randrange(1.5)", "r.getrandbits(-1)", "r.choices('ab', [1])", "random.Random([1])", "r.randrange(0, 5, 0)", "r.choices('ab', cum_weights=[0, 0])", "r.sample('ab', counts=[2, 1], k=3)"):
    try: print(code, eval(code))
    except Exception as e: print(code, type(e).__name__, e)
random.seed(1); print(random.random(), random.choice([1, 2, 3]), random.binomialvariate(10, 0.5))
