def f():
    try:
        a()
    except (ValueError, TypeError) as e:
        b(e)
    except OSError:
        return 1
    except:
        raise
    else:
        c()
    finally:
        d()
    try:
        x = 1
    finally:
        y = 2
def loop(xs):
    for x in xs:
        try:
            if x: continue
            break
        except E as e:
            break
        finally:
            print(x)
    else:
        return 0
    while True:
        try:
            return x
        finally:
            if x: break
def nested():
    try:
        try:
            raise A from b
        except A:
            try:
                c()
            except B as e:
                del e
    except C:
        pass
