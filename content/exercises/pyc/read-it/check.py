from checking import load, call, expect_equal


def write(magic, flags, length=20):
    data = magic.to_bytes(2, "little") + b"\r\n" + flags.to_bytes(4, "little") + bytes(range(12))
    with open("some.pyc", "wb") as file:
        file.write(data[:length])


label = load().label
cases = [
    (3531, 0, 20, (3531, "time"), "made by Python 3.12, with a time"),
    (3495, 0, 20, (3495, "time"), "made by Python 3.11, with a time"),
    (3531, 3, 20, (3531, "hash"), "with a hash that is checked"),
    (3531, 1, 20, (3531, "unchecked hash"), "with a hash that is not checked"),
    (3413, 3, 16, (3413, "hash"), "a header and nothing else"),
    (3531, 0, 15, None, "a file that was cut short"),
    (3531, 0, 0, None, "an empty file"),
]
for magic, flags, length, wanted, what in cases:
    write(magic, flags, length)
    expect_equal(call(label, "some.pyc"), wanted, what)
