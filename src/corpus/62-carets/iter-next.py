class It:
    def __iter__(self):
        return self

    def __next__(self):
        return self.n + 1

for x in It():
    pass
