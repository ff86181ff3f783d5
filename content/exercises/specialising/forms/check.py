import dis

from checking import load, call, expect_equal


def wanted(function):
    pairs = zip(dis.get_instructions(function), dis.get_instructions(function, adaptive=True))
    return {b.offset: b.opname for a, b in pairs if a.opname != b.opname}


def made(source):
    return eval(compile(source, "made.py", "eval"))


learnt = load().learnt
expect_equal(call(learnt, made("lambda a: -a")), {}, "a cold function")
for source, args, what in (
    ("lambda a, b: b + a", (1, 2), "warmed up with ints"),
    ("lambda a, b: a[b]", ([1, 2], 1), "warmed up with a list and an index"),
    ("lambda a, b: a + len(b)", (1, "xy"), "warmed up with a call"),
    ("lambda a, b: a + b", ([1], [2]), "warmed up with lists"),
):
    function = made(source)
    for _ in range(20):
        function(*args)
    expect_equal(call(learnt, function), wanted(function), what)
