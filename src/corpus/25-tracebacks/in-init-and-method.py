class Account:
    def __init__(self, owner, balance):
        self.owner = owner
        self.set(balance)

    def set(self, balance):
        if balance < 0:
            raise ValueError(f"{self.owner}: negative balance {balance}")
        self.balance = balance


accounts = [Account("a", 1), Account("b", -5)]
