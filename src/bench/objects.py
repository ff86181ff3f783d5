# A small simulation in the style of a course: classes that hold lists and dicts of each other.
from collections import defaultdict, deque


class Account:
    def __init__(self, owner, balance=0):
        self.owner = owner
        self.balance = balance
        self.history = []

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError("amount must be positive")
        self.balance += amount
        self.history.append(("deposit", amount))

    def withdraw(self, amount):
        if amount > self.balance:
            raise ValueError(f"{self.owner} has only {self.balance}")
        self.balance -= amount
        self.history.append(("withdraw", amount))


class Bank:
    def __init__(self):
        self.accounts = {}
        self.failed = defaultdict(int)

    def open(self, owner, balance):
        self.accounts[owner] = Account(owner, balance)

    def transfer(self, source, target, amount):
        try:
            self.accounts[source].withdraw(amount)
        except ValueError as error:
            self.failed[str(error)[:5]] += 1
            return False
        self.accounts[target].deposit(amount)
        return True


def walk(width, height):
    queue = deque([(0, 0)])
    seen = {(0, 0): 0}
    while queue:
        x, y = queue.popleft()
        for dx, dy in ((1, 0), (0, 1), (-1, 0), (0, -1)):
            to = (x + dx, y + dy)
            if 0 <= to[0] < width and 0 <= to[1] < height and to not in seen and (to[0] * to[1]) % 3 != 1:
                seen[to] = seen[(x, y)] + 1
                queue.append(to)
    return max(seen.values()), len(seen)


bank = Bank()
for n in range(20):
    bank.open(f"owner{n}", 100 * n)
done = 0
for i in range(5000):
    if bank.transfer(f"owner{i % 20}", f"owner{i * 7 % 20}", i % 90 + 1):
        done += 1
checksum = (done, sum(a.balance for a in bank.accounts.values()), dict(bank.failed), walk(50, 50))
