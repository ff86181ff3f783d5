class Node:
    def __init__(self, next=None):
        self.next = next
        self.value = 1


n = Node(Node(Node()))
print(n.next.next.value)
print(n.next.next.next.value + n.value)
