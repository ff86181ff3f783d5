class NoExit:
    def __enter__(self):
        return 1


class NoEnter:
    def __exit__(self, *a):
        pass


class EnterFails:
    def __enter__(self):
        raise ValueError("enter failed")

    def __exit__(self, *a):
        print("never called")


class ExitFails:
    def __enter__(self):
        return self

    def __exit__(self, *a):
        raise RuntimeError("exit failed")


def attempt(m, fail=False):
    try:
        with m:
            if fail:
                raise KeyError("body")
            print("body")
    except Exception as e:
        print(type(e).__name__, e, "| context", repr(e.__context__))


attempt(NoExit())
attempt(NoEnter())
attempt(5)
attempt(EnterFails())
attempt(ExitFails())
attempt(ExitFails(), True)
x = NoExit()
x.__exit__ = lambda *a: None
attempt(x)
