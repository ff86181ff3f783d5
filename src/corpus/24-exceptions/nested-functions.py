def check(n):
    if n < 0:
        raise ValueError(f"negative: {n}")
    return n ** 0.5


def process(values):
    out = []
    for v in values:
        try:
            out.append(check(v))
        except ValueError as e:
            out.append(str(e))
        except TypeError as e:
            out.append(type(e).__name__)
    return out


print(process([4, -1, "x", 9]))


def cleanup(log):
    try:
        try:
            log.append("work")
            raise RuntimeError("fail")
        except KeyError:
            log.append("no")
        else:
            log.append("no")
        finally:
            log.append("inner")
    except RuntimeError as e:
        log.append(str(e))
    return log


print(cleanup([]))


def parse(text):
    for kind in (int, float, complex):
        try:
            return kind(text)
        except ValueError:
            continue
    return text


print([parse(t) for t in ("1", "1.5", "2j", "abc")])


def deep(n):
    if n == 0:
        raise IndexError("bottom")
    try:
        deep(n - 1)
    finally:
        print("unwinding", n)


try:
    deep(3)
except IndexError as e:
    print(e)
