import sys


class Item:
    def __init__(self, name, price, quantity):
        self.name = name
        self.price = price
        self.quantity = quantity

    @property
    def value(self):
        return self.price * self.quantity


class Inventory:
    def __init__(self):
        self.items = {}

    def add(self, name, price, quantity):
        if name in self.items:
            self.items[name].quantity += quantity
        else:
            self.items[name] = Item(name, price, quantity)

    def remove(self, name, quantity):
        item = self.items.get(name)
        if item is None:
            raise KeyError(name)
        if item.quantity < quantity:
            raise ValueError(f"only {item.quantity} of {name}")
        item.quantity -= quantity
        if item.quantity == 0:
            del self.items[name]

    def report(self):
        print(f"{'item':<12}{'qty':>5}{'price':>9}{'value':>10}")
        for name in sorted(self.items):
            i = self.items[name]
            print(f"{i.name:<12}{i.quantity:>5}{i.price:>9.2f}{i.value:>10.2f}")
        print(f"{'total':<26}{sum(i.value for i in self.items.values()):>10.2f}")


def run(lines):
    inv = Inventory()
    for number, line in enumerate(lines, 1):
        words = line.split()
        if not words or words[0].startswith("#"):
            continue
        try:
            command, *args = words
            if command == "add":
                name, price, quantity = args
                inv.add(name, float(price), int(quantity))
            elif command == "remove":
                inv.remove(args[0], int(args[1]))
            elif command == "report":
                inv.report()
            else:
                print(f"line {number}: unknown command {command}", file=sys.stderr)
        except ValueError as e:
            print(f"line {number}: {e}", file=sys.stderr)
        except KeyError as e:
            print(f"line {number}: no such item {e}", file=sys.stderr)
        except IndexError:
            print(f"line {number}: too few words", file=sys.stderr)


run(sys.stdin)
