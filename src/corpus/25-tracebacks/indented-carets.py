class A:
    def m(self):
        for i in range(2):
            if i:
                while True:
                    return self.n(i)[0] + (yes := i) + self.missing.thing

    def n(self, i):
        return [i]


A().m()
