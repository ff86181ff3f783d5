import io

from checking import load, call, expect, expect_equal

kept = []


class File(io.StringIO):
    def __init__(self, text, fail=False):
        super().__init__(text)
        self.fail = fail
        kept.append(self)

    def __next__(self):
        line = super().__next__()
        if self.fail and line == "fail\n":
            raise OSError("the disk is gone")
        return line


report = load().report
got = call(report, "a.txt", lambda name: File("a b c\nd\ne f g\n"), 3)
expect_equal(got, "a.txt: 2 lines", "lines with 3 fields")
got = call(report, "a.txt", lambda name: File("a " * 300 + "\nb\n"), int("300"))
expect_equal(got, "a.txt: 1 lines", "lines with 300 fields")
expect(kept[-1].closed, "the file is closed when report returns", "closed", "open")
try:
    report("b.txt", lambda name: File("a b\nfail\n", True), 2)
    raised = None
except OSError as error:
    raised = error
expect(raised is not None, "an error while reading comes through", "OSError", "nothing")
expect(kept[-1].closed, "closed when reading fails", "closed", "open")
