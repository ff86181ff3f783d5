ROOMS = {
    "hall": {"text": "A dusty hall.", "exits": {"north": "library", "east": "kitchen"}, "items": ["lamp"]},
    "library": {"text": "Books everywhere.", "exits": {"south": "hall"}, "items": ["book", "key"]},
    "kitchen": {"text": "It smells of soup.", "exits": {"west": "hall", "down": "cellar"}, "items": []},
    "cellar": {"text": "Too dark to see.", "exits": {"up": "kitchen"}, "items": ["chest"], "dark": True},
}


class Game:
    def __init__(self):
        self.room = "hall"
        self.bag = []
        self.over = False
        self.moves = 0

    def look(self):
        room = ROOMS[self.room]
        if room.get("dark") and "lamp" not in self.bag:
            print("It is dark.")
            return
        print(room["text"], "Exits:", ", ".join(sorted(room["exits"])))
        if room["items"]:
            print("You see:", ", ".join(room["items"]))

    def do_go(self, where):
        exits = ROOMS[self.room]["exits"]
        if where in exits:
            self.room = exits[where]
            self.look()
        else:
            print("You cannot go", where or "nowhere")

    def do_take(self, item):
        items = ROOMS[self.room]["items"]
        if item == "chest":
            print("Far too heavy.")
        elif item in items:
            items.remove(item)
            self.bag.append(item)
            print("Taken:", item)
        else:
            print("No", item, "here")

    def do_open(self, item):
        if item == "chest" and self.room == "cellar":
            if "key" not in self.bag:
                print("Locked.")
            else:
                print("Gold! You win after", self.moves, "moves.")
                self.over = True
        else:
            print("Nothing happens.")

    def do_bag(self, _):
        print("You carry:", ", ".join(self.bag) if self.bag else "nothing")

    def command(self, line):
        self.moves += 1
        verb, _, rest = line.strip().lower().partition(" ")
        handler = getattr(self, "do_" + verb, None)
        if handler is None:
            print(f"I do not know how to {verb!r}.")
        else:
            handler(rest)


game = Game()
game.look()
while not game.over:
    try:
        line = input("> ")
    except EOFError:
        print("Goodbye.")
        break
    game.command(line)
