class Money:
    def __init__(self, pence):
        self.pence = pence

    def __format__(self, spec):
        if spec == "short":
            return f"£{self.pence // 100}"
        return f"£{self.pence / 100:.2f}".rjust(int(spec) if spec else 0)


m = Money(12345)
print(f"{m}|{m:short}|{m:10}|", format(m), "{:short} {}".format(m, m))


class Plain:
    def __str__(self):
        return "plain"


print(f"{Plain()}", format(Plain(), ""))
try:
    format(Plain(), "5")
except TypeError as e:
    print(e)


class Wrong:
    def __format__(self, spec):
        return 1


try:
    f"{Wrong()}"
except TypeError as e:
    print(e)
try:
    format(1, 2)
except TypeError as e:
    print(e)
