class InsufficientFunds(Exception):
    def __init__(self, needed, available):
        super().__init__(f"need {needed:.2f}, have {available:.2f}")
        self.shortfall = needed - available


class Account:
    interest = 0.01
    _next = 1

    def __init__(self, owner, balance=0.0):
        self.owner = owner
        self._balance = balance
        self.history = []
        self.number = Account._next
        Account._next += 1

    @property
    def balance(self):
        return round(self._balance, 2)

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError("deposit must be positive")
        self._balance += amount
        self.history.append(("deposit", amount))
        return self

    def withdraw(self, amount):
        if amount > self._balance:
            raise InsufficientFunds(amount, self._balance)
        self._balance -= amount
        self.history.append(("withdraw", amount))
        return self

    def month_end(self):
        self._balance *= 1 + self.interest

    def __repr__(self):
        return f"{type(self).__name__}({self.owner!r}, {self.balance})"


class Savings(Account):
    interest = 0.05

    def withdraw(self, amount):
        if len([h for h in self.history if h[0] == "withdraw"]) >= 2:
            raise PermissionError("only two withdrawals")
        return super().withdraw(amount)


class Bank:
    def __init__(self):
        self.accounts = {}

    def open(self, kind, owner, *args):
        account = kind(owner, *args)
        self.accounts[account.number] = account
        return account

    def transfer(self, a, b, amount):
        source, target = self.accounts[a], self.accounts[b]
        try:
            source.withdraw(amount)
        except InsufficientFunds as e:
            print(f"transfer failed: {e} (short by {e.shortfall:.2f})")
            return False
        target.deposit(amount)
        return True

    def __iter__(self):
        return iter(self.accounts.values())

    def __len__(self):
        return len(self.accounts)


bank = Bank()
ann = bank.open(Account, "Ann", 100)
bob = bank.open(Savings, "Bob", 50.5)
ann.deposit(25).withdraw(10)
print(bank.transfer(1, 2, 40), bank.transfer(1, 2, 400))
for amount in (5, 5, 5):
    try:
        bob.withdraw(amount)
    except PermissionError as e:
        print("bob:", e)
try:
    ann.deposit(-1)
except ValueError as e:
    print("ann:", e)
for account in bank:
    account.month_end()
    print(account, account.history)
print(len(bank), sum(a.balance for a in bank))
try:
    bank.transfer(1, 99, 1)
except KeyError as e:
    print("no account", e)
