from checking import load, call, expect_equal

caller = load().caller


def test():
    def f():
        return call(caller_of_f)

    def caller_of_f():
        return inner()

    def inner():
        return caller()

    def g():
        return plain()

    def h():
        return plain()

    def plain():
        return caller()

    expect_equal(g(), "g", "f called by g")
    expect_equal(h(), "h", "f called by h")
    expect_equal(f(), "caller_of_f", "a longer chain")
    expect_equal((lambda: plain())(), "<lambda>", "f called by a lambda")


test()


def outermost():
    return caller()


expect_equal(outermost(), "<module>", "f called by the module")
