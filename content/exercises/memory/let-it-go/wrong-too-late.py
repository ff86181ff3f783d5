# feedback: line 2 of the output: expected 'gone: A7', got 'closed'
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

close("A7")
print("closed")
history[0] = "A7"
lookup.clear()
ticket = None
