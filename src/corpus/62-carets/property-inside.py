class A:
    @property
    def p(self):
        return self._p * 2

print(A().p)
