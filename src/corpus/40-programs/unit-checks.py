"""A tiny test runner, with tests that pass, fail and break."""
import sys
import traceback


class Check:
    def __init__(self):
        self.results = {"passed": 0, "failed": 0, "broken": 0}

    def equal(self, a, b):
        assert a == b, f"{a!r} != {b!r}"

    class raises:
        def __init__(self, kind):
            self.kind = kind

        def __enter__(self):
            return self

        def __exit__(self, kind, value, tb):
            if kind is None:
                raise AssertionError(f"{self.kind.__name__} not raised")
            self.value = value
            return issubclass(kind, self.kind)

    def run(self, suite):
        for name in [n for n in vars(type(suite)) if n.startswith("test_")]:
            try:
                getattr(suite, name)(self)
            except AssertionError as e:
                outcome = "failed"
                detail = str(e)
            except Exception as e:
                outcome = "broken"
                detail = traceback.format_exception_only(e)[-1].strip()
            else:
                outcome, detail = "passed", ""
            self.results[outcome] += 1
            print(f"{name:<22}{outcome:<8}{detail}")
        print(self.results)
        return not (self.results["failed"] or self.results["broken"])


class ListTests:
    def test_append(self, t):
        li = []
        li.append(1)
        t.equal(li, [1])

    def test_wrong(self, t):
        t.equal([1] + [2], [2, 1])

    def test_index_error(self, t):
        with t.raises(IndexError) as r:
            [][0]
        t.equal(str(r.value), "list index out of range")

    def test_not_raised(self, t):
        with t.raises(ValueError):
            int("5")

    def test_other_error(self, t):
        with t.raises(KeyError):
            [].nope

    def test_plain_assert(self, t):
        assert 1 + 1 == 3

    def helper(self):
        raise RuntimeError("not a test")


sys.exit(0 if Check().run(ListTests()) else 1)
