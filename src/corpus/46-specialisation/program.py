import dis

# A small program, warm: what its functions have become.


class Account:
    interest = 0.02

    def __init__(self, owner, balance=0.0):
        self.owner = owner
        self.balance = balance

    def deposit(self, amount):
        if amount < 0:
            raise ValueError("negative")
        self.balance += amount
        return self.balance

    def grow(self):
        self.balance *= 1 + self.interest


def collatz(n):
    steps = 0
    while n != 1:
        if n % 2:
            n = 3 * n + 1
        else:
            n //= 2
        steps += 1
    return steps


def count(words):
    found = {}
    for word in words:
        found[word] = found.get(word, 0) + 1
    return sorted(found.items(), key=lambda pair: -pair[1])


def primes(n):
    sieve = [True] * n
    for i in range(2, n):
        if sieve[i]:
            for k in range(i * i, n, i):
                sieve[k] = False
    return [i for i in range(2, n) if sieve[i]]


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


accounts = [Account("a", 1.0), Account("b")]
for account in accounts * 4:
    account.deposit(2.0)
    account.grow()
    try:
        account.deposit(-1.0)
    except ValueError:
        pass
print(collatz(27), count("a b a c b a".split() * 3), primes(50), fib(10), round(accounts[0].balance, 6))
for f in Account.__init__, Account.deposit, Account.grow, collatz, count, primes, fib:
    print(f.__qualname__)
    dis.dis(f, adaptive=True)
