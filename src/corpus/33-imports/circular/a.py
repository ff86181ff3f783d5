print("a starts")
import b
value = "a value"
print("a ends")


def get_b():
    return b.value + " " + b.late()
