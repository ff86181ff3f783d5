class A:
    def __hash__(self):
        return "x"

print({A(): 1})
