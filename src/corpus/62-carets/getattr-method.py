class A:
    def __getattr__(self, name):
        return self.__dict__[name]

print(A().colour)
