class Vending:
    PRICES = {"tea": 120, "water": 80}
    COINS = (200, 100, 50, 20, 10)

    def __init__(self):
        self.state = "idle"
        self.credit = 0
        self.transitions = {
            ("idle", "coin"): self.insert,
            ("ready", "coin"): self.insert,
            ("ready", "select"): self.select,
            ("ready", "cancel"): self.cancel,
            ("idle", "select"): lambda what: print("  insert coins first"),
        }

    def handle(self, event, value=None):
        action = self.transitions.get((self.state, event))
        print(f"{self.state}: {event} {value if value is not None else ''}".rstrip())
        if action is None:
            print("  ignored")
            return
        action(value) if value is not None else action()

    def insert(self, coin):
        if coin not in self.COINS:
            print("  coin refused")
            return
        self.credit += coin
        self.state = "ready"
        print("  credit", self.credit)

    def select(self, what):
        try:
            price = self.PRICES[what]
        except KeyError:
            print("  no", what)
            return
        if self.credit < price:
            print(f"  {what} costs {price}, {price - self.credit} missing")
            return
        self.credit -= price
        print("  here is your", what)
        self.cancel()

    def cancel(self):
        change = []
        for coin in self.COINS:
            n, self.credit = divmod(self.credit, coin)
            change += [coin] * n
        print("  change", change)
        self.state = "idle"


v = Vending()
for event in [("select", "tea"), ("coin", 100), ("coin", 3), ("select", "tea"), ("coin", 50), ("select", "soup"), ("select", "tea"), ("cancel",), ("coin", 200), ("cancel",), ("kick",)]:
    v.handle(*event)
print(v.state, v.credit)
