"""What every check.py works with: run the reader's answer.py and say what was found.

A check runs in a directory with answer.py, the exercise's own files and this module. Each expectation prints one
line, `ok - ...` or `not ok - ...`; the first that is not met ends the check with exit status 1. A mistake in the
reader's program is told as such, with its line.
"""

import io
import sys

ANSWER = "answer.py"


class Result:
    """What one run of answer.py did: stdout, stderr, exception (or None), namespace."""

    def __init__(self, stdout, stderr, exception, namespace):
        self.stdout = stdout
        self.stderr = stderr
        self.exception = exception
        self.namespace = namespace


class Namespace(dict):
    """The names a program defined; asking for one it lacks ends the check and says so."""

    exception = None

    def __missing__(self, name):
        if self.exception is not None:
            _raised(self.exception)
        _fail(f"your program defines no name {name!r}")


class Answer:
    """The reader's program as a module: its names are attributes."""

    def __init__(self, namespace, stdout):
        self.__dict__.update(namespace)
        self.printed = stdout

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        _fail(f"your program defines no name {name!r}")


def source():
    """The text of answer.py."""
    with open(ANSWER, encoding="utf-8") as file:
        return file.read()


def code():
    """answer.py as a compiled code object."""
    try:
        return compile(source(), ANSWER, "exec", dont_inherit=True)
    except SyntaxError as error:
        _raised(error)


def instructions(code_object=None, recurse=False):
    """The instructions of a code object or function (of answer.py, when none is given) as a list; with recurse also
    those of the functions, classes and comprehensions inside it."""
    import dis

    if code_object is None:
        code_object = code()
    code_object = getattr(code_object, "__code__", code_object)
    found = list(dis.get_instructions(code_object))
    if recurse:
        for constant in code_object.co_consts:
            if hasattr(constant, "co_code"):
                found += instructions(constant, True)
    return found


def run(stdin="", name="__main__"):
    """Run answer.py once, with stdin as its input, and give a Result. An exception is kept in it, not raised."""
    program = code()
    namespace = Namespace(__name__=name, __file__=ANSWER, __builtins__=__builtins__)
    stdout, stderr, exception = _captured(lambda: _execute(program, namespace), stdin)
    namespace.exception = exception
    return Result(stdout, stderr, exception, namespace)


def _execute(program, namespace):
    # exec wants names looked up in a plain dict: __missing__ would answer before the built-ins do.
    names = dict(namespace)
    try:
        exec(program, names)
    finally:
        namespace.update(names)


def load():
    """Run answer.py as the module `answer` and give an object with its names; `printed` holds its output."""
    result = run(name="answer")
    if result.exception is not None:
        _raised(result.exception)
    return Answer(result.namespace, result.stdout)


def call(function, *args, **kwargs):
    """Call one of the reader's functions; an exception ends the check and is told with its line."""
    try:
        return function(*args, **kwargs)
    except Exception as error:
        _raised(error)


def printed_by(function, *args, stdin="", **kwargs):
    """What one of the reader's functions prints when it is called."""
    stdout, _, exception = _captured(lambda: function(*args, **kwargs), stdin)
    if exception is not None:
        _raised(exception)
    return stdout


def expect(condition, what, expected=None, got=None):
    """Go on if condition is true, else end the check; expected and got tell the reader more."""
    if condition:
        print(f"ok - {what}")
    elif expected is None and got is None:
        _fail(what)
    else:
        _fail(f"{what}: expected {_shown(expected)}, got {_shown(got)}")


def expect_equal(got, expected, what):
    """Go on if got == expected."""
    if got == expected:
        print(f"ok - {what}")
    else:
        _fail(f"{what}: expected {expected!r}, got {got!r}")


def expect_output(result, expected):
    """Go on if a Result's stdout is the expected text; a last newline does not count."""
    got_lines = _lines(result.stdout)
    expected_lines = _lines(expected)
    if got_lines == expected_lines:
        print("ok - the output is right")
        return
    if result.exception is not None:
        _raised(result.exception)
    for number, (got, wanted) in enumerate(zip(got_lines, expected_lines), 1):
        if got != wanted:
            _fail(f"line {number} of the output: expected {wanted!r}, got {got!r}")
    if len(got_lines) < len(expected_lines):
        wanted = expected_lines[len(got_lines)]
        _fail(f"line {len(got_lines) + 1} of the output: expected {wanted!r}, got the end of the output")
    extra = got_lines[len(expected_lines)]
    _fail(f"line {len(expected_lines) + 1} of the output: expected the end of the output, got {extra!r}")


def _lines(text):
    if text.endswith("\n"):
        text = text[:-1]
    return text.split("\n") if text else []


def _shown(value):
    """Texts that describe stand as they are; everything else as Python would write it."""
    return value if isinstance(value, str) and "\n" not in value else repr(value)


def _captured(function, stdin):
    kept = sys.stdin, sys.stdout, sys.stderr
    sys.stdin, sys.stdout, sys.stderr = io.StringIO(stdin), io.StringIO(), io.StringIO()
    out, err = sys.stdout, sys.stderr
    exception = None
    try:
        function()
    except SystemExit:
        pass
    except Exception as error:
        exception = error
    finally:
        sys.stdin, sys.stdout, sys.stderr = kept
    return out.getvalue(), err.getvalue(), exception


def _fail(what):
    print(f"not ok - {what}")
    raise SystemExit(1)


def _place(error):
    """The line of answer.py an exception came from, or None."""
    if isinstance(error, SyntaxError) and error.filename == ANSWER:
        return error.lineno
    line = None
    entry = error.__traceback__
    while entry is not None:
        if entry.tb_frame.f_code.co_filename == ANSWER:
            line = entry.tb_lineno
        entry = entry.tb_next
    return line


def _raised(error):
    text = error.msg if isinstance(error, SyntaxError) else str(error)
    line = _place(error)
    name = type(error).__name__
    _fail(f"your program raised {name}{': ' if text else ''}{text}{f' (line {line})' if line else ''}")


def _uncaught(kind, error, traceback):
    """An exception nobody handled: the reader's when it came through answer.py, the check's own otherwise."""
    error.__traceback__ = traceback
    if _place(error) is None:
        sys.__excepthook__(kind, error, traceback)
    else:
        try:
            _raised(error)
        except SystemExit:
            pass


sys.excepthook = _uncaught
