class Ticket:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone:", self.name)

ticket = Ticket("A7")
history = [ticket]
lookup = {"A7": ticket}

def close(name):
    global ticket
    print("closing", name)
    history[0] = name
    del lookup[name]
    ticket = None

close("A7")
print("closed")
