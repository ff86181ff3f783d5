import dis

from checking import load, call, expect_equal


def plain():
    before()
    try:
        work()
    except KeyError:
        pass
    after()


def nested():
    try:
        try:
            work()
        except KeyError:
            mend()
        between()
    finally:
        close()


def nothing():
    return work() + 1


def wanted(code, offset):
    found = [e for e in dis.Bytecode(code).exception_entries if e.start <= offset < e.end]
    return found[0].target if found else None


handler = load().handler
for function in plain, nested, nothing:
    code = function.__code__
    for instruction in dis.get_instructions(code):
        at = instruction.offset
        expect_equal(call(handler, code, at), wanted(code, at), f"{function.__name__}, offset {at} ({instruction.opname})")
