class Node:
    __slots__ = ("key", "value", "prev", "next")

    def __init__(self, key=None, value=None):
        self.key, self.value = key, value
        self.prev = self.next = None


class LRU:
    def __init__(self, capacity):
        self.capacity = capacity
        self.map = {}
        self.head, self.tail = Node(), Node()
        self.head.next, self.tail.prev = self.tail, self.head
        self.hits = self.misses = 0

    def _unlink(self, node):
        node.prev.next, node.next.prev = node.next, node.prev

    def _push(self, node):
        node.prev, node.next = self.head, self.head.next
        self.head.next.prev = node
        self.head.next = node

    def get(self, key, default=None):
        node = self.map.get(key)
        if node is None:
            self.misses += 1
            return default
        self.hits += 1
        self._unlink(node)
        self._push(node)
        return node.value

    def put(self, key, value):
        if key in self.map:
            self._unlink(self.map[key])
        elif len(self.map) >= self.capacity:
            oldest = self.tail.prev
            self._unlink(oldest)
            del self.map[oldest.key]
            print("evict", oldest.key)
        node = self.map[key] = Node(key, value)
        self._push(node)

    def __iter__(self):
        node = self.head.next
        while node is not self.tail:
            yield node.key, node.value
            node = node.next

    def __repr__(self):
        return "LRU(" + ", ".join(f"{k}={v}" for k, v in self) + ")"


cache = LRU(3)
for k in "abc":
    cache.put(k, ord(k))
print(cache)
print(cache.get("a"), cache)
cache.put("d", 100)
print(cache.get("b", "gone"), cache)
cache.put("c", "new")
print(cache, cache.hits, cache.misses, sorted(cache.map))


def cached(size):
    def deco(f):
        store = LRU(size)

        def inner(*args):
            missing = object()
            value = store.get(args, missing)
            if value is missing:
                value = f(*args)
                store.put(args, value)
            return value
        inner.store = store
        return inner
    return deco


@cached(4)
def binomial(n, k):
    return 1 if k in (0, n) else binomial(n - 1, k - 1) + binomial(n - 1, k)


print(binomial(4, 2), binomial.store.hits, binomial.store.misses)
