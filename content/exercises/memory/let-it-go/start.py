class Ticket:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone:", self.name)

ticket = Ticket("A7")
history = [ticket]
lookup = {"A7": ticket}

def close(name):
    print("closing", name)
    # your lines

close("A7")
print("closed")
