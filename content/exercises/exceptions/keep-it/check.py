from checking import load, expect, expect_equal


class Resource:
    def __init__(self, text=None, error=None):
        self.text = text
        self.error = error
        self.closed = 0

    def read(self):
        if self.error is not None:
            raise self.error
        return self.text

    def close(self):
        self.closed += 1


def attempt(resource):
    try:
        return function(resource), None
    except BaseException as error:
        return None, error


function = load().load
good = Resource("12")
expect_equal(attempt(good), (12, None), "a number")
expect_equal(good.closed, 1, "closed after success")
for error in OSError("no disk"), KeyboardInterrupt():
    name = type(error).__name__
    broken = Resource(error=error)
    got = attempt(broken)[1]
    expect(got is error, "an error in read() comes through", name, "nothing" if got is None else repr(got))
    expect_equal(broken.closed, 1, "closed after an error")
word = Resource("twelve")
got = attempt(word)[1]
expect(isinstance(got, ValueError), "a text that is no number", "ValueError", "nothing" if got is None else repr(got))
expect_equal(word.closed, 1, "closed after a text that is no number")
