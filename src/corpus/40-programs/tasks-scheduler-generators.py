from collections import deque


class Scheduler:
    def __init__(self):
        self.ready = deque()
        self.results = {}
        self.mailboxes = {}

    def spawn(self, name, gen):
        self.ready.append((name, gen, None))
        self.mailboxes[name] = deque()

    def run(self):
        turns = 0
        blocked = 0
        while self.ready:
            name, gen, value = self.ready.popleft()
            turns += 1
            try:
                request = gen.send(value)
            except StopIteration as stop:
                self.results[name] = stop.value
                print(f"{name} finished with {stop.value!r}")
                continue
            except Exception as error:
                self.results[name] = error
                print(f"{name} failed: {error!r}")
                continue
            reply = None
            if request is not None:
                kind, *args = request
                if kind == "send":
                    target, message = args
                    self.mailboxes[target].append((name, message))
                elif kind == "receive":
                    if not self.mailboxes[name]:
                        blocked += 1
                        if blocked > 20:
                            gen.throw(TimeoutError("nobody writes"))
                        self.ready.append((name, wait(gen), None))
                        continue
                    reply = self.mailboxes[name].popleft()
            self.ready.append((name, gen, reply))
        return turns


def wait(gen):
    message = yield ("receive",)
    value = gen.send(message)
    while True:
        reply = yield value
        try:
            value = gen.send(reply)
        except StopIteration as stop:
            return stop.value


def counter(n):
    total = 0
    for i in range(n):
        total += i
        yield
    return total


def producer(target, items):
    for item in items:
        yield "send", target, item
    yield "send", target, None
    return "sent"


def consumer():
    got = []
    while True:
        sender, item = yield ("receive",)
        if item is None:
            return got
        got.append(item.upper())


def broken():
    yield
    raise RuntimeError("broken task")


s = Scheduler()
s.spawn("count", counter(4))
s.spawn("producer", producer("consumer", ["a", "b", "c"]))
s.spawn("consumer", consumer())
s.spawn("broken", broken())
print(s.run() > 10)
print({k: s.results[k] for k in sorted(s.results)})
