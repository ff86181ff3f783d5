class A:
    def __del__(self):
        print("going")
        return 1 / 0

a = A()
del a
print("after")
