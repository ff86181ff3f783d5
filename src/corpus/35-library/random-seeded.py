import random
random.seed(42)
print(random.random(), random.randint(1, 10), random.choice("abc"), random.randrange(0, 100, 5), random.uniform(1, 2))
li = list(range(8))
random.shuffle(li)
print(li, random.sample(range(50), 4), random.choices("xyz", k=5), random.getrandbits(40), random.gauss(0, 1))
r = random.Random("text seed")
print(r.random(), r.randint(0, 9))
for f in (lambda: random.choice([]), lambda: random.randint(5, 1), lambda: random.sample([1], 2)):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
