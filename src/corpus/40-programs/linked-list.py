class LinkedList:
    class _Node:
        def __init__(self, value, next=None):
            self.value = value
            self.next = next

    def __init__(self, items=()):
        self._head = None
        self._size = 0
        for item in items:
            self.append(item)

    def append(self, value):
        node = self._Node(value)
        if self._head is None:
            self._head = node
        else:
            last = self._head
            while last.next:
                last = last.next
            last.next = node
        self._size += 1

    def prepend(self, value):
        self._head = self._Node(value, self._head)
        self._size += 1

    def __len__(self):
        return self._size

    def __iter__(self):
        node = self._head
        while node:
            yield node.value
            node = node.next

    def _node_at(self, i):
        if i < 0:
            i += self._size
        if not 0 <= i < self._size:
            raise IndexError("linked list index out of range")
        node = self._head
        for _ in range(i):
            node = node.next
        return node

    def __getitem__(self, i):
        if isinstance(i, slice):
            return LinkedList(list(self)[i])
        return self._node_at(i).value

    def __setitem__(self, i, v):
        self._node_at(i).value = v

    def __delitem__(self, i):
        if i == 0 and self._head:
            self._head = self._head.next
        else:
            before = self._node_at(i - 1)
            before.next = before.next.next
        self._size -= 1

    def reverse(self):
        before, node = None, self._head
        while node:
            node.next, before, node = before, node, node.next
        self._head = before
        return self

    def __eq__(self, other):
        return list(self) == list(other)

    def __repr__(self):
        return " -> ".join(map(repr, self)) or "empty"


li = LinkedList("abc")
li.prepend("start")
li.append(5)
print(li, len(li), li[0], li[-1], "b" in li, li[1:3])
li[2] = "B"
del li[0]
del li[1]
print(li, li.reverse(), list(li), sorted(map(str, li)))
print(LinkedList(), bool(LinkedList()), LinkedList([1]) == [1], [*LinkedList(range(3))])
a, *b = LinkedList([1, 2, 3])
print(a, b, max(LinkedList([3, 9, 4])))
try:
    li[10]
except IndexError as e:
    print(e)
