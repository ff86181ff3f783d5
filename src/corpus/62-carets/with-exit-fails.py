class M:
    def __enter__(self):
        return self

    def __exit__(self, *a):
        return 1 / 0

with M():
    print("in")
