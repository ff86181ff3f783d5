import heapq


class Simulation:
    def __init__(self):
        self.now = 0
        self.queue = []
        self.sequence = 0
        self.log = []

    def at(self, delay, action, *args):
        heapq.heappush(self.queue, (self.now + delay, self.sequence, action, args))
        self.sequence += 1

    def run(self, until):
        while self.queue and self.queue[0][0] <= until:
            self.now, _, action, args = heapq.heappop(self.queue)
            action(*args)
        self.now = until

    def note(self, text):
        self.log.append(f"{self.now:>4} {text}")


class Shop:
    def __init__(self, sim, tills):
        self.sim = sim
        self.free = tills
        self.waiting = []
        self.served = 0

    def arrive(self, name, items):
        self.sim.note(f"{name} arrives with {items}")
        if self.free:
            self.free -= 1
            self.serve(name, items)
        else:
            self.waiting.append((name, items))

    def serve(self, name, items):
        self.sim.note(f"{name} is served")
        self.sim.at(items * 2, self.leave, name)

    def leave(self, name):
        self.sim.note(f"{name} leaves")
        self.served += 1
        if self.waiting:
            self.serve(*self.waiting.pop(0))
        else:
            self.free += 1


sim = Simulation()
shop = Shop(sim, 2)
for i, (name, items) in enumerate([("ann", 5), ("bob", 1), ("cid", 4), ("dee", 2), ("eve", 3)]):
    sim.at(i * 2, shop.arrive, name, items)
sim.run(12)
print("\n".join(sim.log))
print(shop.served, shop.waiting, shop.free)
sim.run(100)
print(shop.served, shop.free, sim.now, len(sim.log))


def process(name, sim):
    for step in ("wash", "dry", "fold"):
        sim.note(f"{name}: {step}")
        yield 3
    sim.note(f"{name}: done")


def drive(gen):
    try:
        delay = next(gen)
    except StopIteration:
        return
    sim.at(delay, drive, gen)


sim = Simulation()
sim.at(0, drive, process("shirt", sim))
sim.at(1, drive, process("sock", sim))
sim.run(50)
print("\n".join(sim.log))
