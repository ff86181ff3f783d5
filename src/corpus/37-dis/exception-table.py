# oracle: dis
def f():
    for i in range(3):
        try:
            with open("x") as g:
                yield i
        except OSError:
            continue
        finally:
            print("f", i)


print(list(f()))
