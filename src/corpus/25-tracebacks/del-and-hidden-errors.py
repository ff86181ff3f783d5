class D:
    def __del__(self):
        raise ValueError("in del")


d = D()
print("deleting")
del d
print("still running")
