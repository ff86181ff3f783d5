class Shout:
    def __init__(self):
        self.parts = []

    def write(self, text):
        self.parts.append(text)


out = Shout()
print("a", 1, [2], sep="/", file=out)
print(end="", file=out)
print(out.parts)
try:
    print("x", file=object())
except AttributeError as e:
    print(e)
