class Manager:
    def __enter__(self):
        print("enter")
        return self

    def __exit__(self, kind, value, tb):
        print("exit", kind.__name__, value)
        raise RuntimeError("exit failed")


with Manager() as m:
    try:
        m.missing
    finally:
        print("finally")
