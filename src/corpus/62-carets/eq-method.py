class A:
    def __eq__(self, other):
        return other.x

print(A() in [1, 2])
