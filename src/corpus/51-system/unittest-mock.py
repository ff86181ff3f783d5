# unittest.mock: mocks, calls, side effects, patches.
from unittest import mock
from unittest.mock import ANY, MagicMock, Mock, call, create_autospec, mock_open, patch, sentinel


class Service:
    def fetch(self, key, *, retries=1):
        return f"real {key}"


m = Mock(return_value=3)
print(m(1, 2, key="value"), m.called, m.call_count, m.call_args, m.mock_calls)
m.assert_called_once_with(1, 2, key="value")
m.method.inner(5)
print(m.mock_calls, m.method.inner.call_args_list)
for check in (
    lambda: m.assert_not_called(),
    lambda: m.assert_called_with(1),
    lambda: m.assert_any_call("never"),
    lambda: Mock(spec=Service).wrong,
    lambda: create_autospec(Service)().fetch(),
):
    try:
        check()
    except (AssertionError, AttributeError, TypeError) as error:
        print(type(error).__name__, str(error).split("id='")[0])
m = Mock(side_effect=[1, 2, ValueError("third")])
print(m(), m())
try:
    m()
except ValueError as error:
    print(error)
m = Mock(side_effect=lambda x: x * 2)
print(m(21), m.call_args == call(21), m.call_args == call(ANY))
magic = MagicMock()
magic.__len__.return_value = 7
magic.__getitem__.side_effect = lambda key: key.upper()
print(len(magic), magic["abc"], bool(magic), int(magic), list(magic))
with magic as entered:
    print(magic.__enter__.called, entered is magic.__enter__.return_value)
with patch.object(Service, "fetch", return_value="patched") as fetch:
    print(Service().fetch("k"), fetch.call_args)
print(Service().fetch("k"))
with patch("os.getcwd", autospec=True) as getcwd:
    import os

    getcwd.return_value = "/nowhere"
    print(os.getcwd())
print(os.getcwd())
with patch.dict("os.environ", {"ONLY": "here"}, clear=True):
    print(dict(os.environ))
print("ONLY" in os.environ)
opened = mock_open(read_data="line one\nline two\n")
with patch("builtins.open", opened):
    with open("file") as file:
        print(file.readlines())
opened.assert_called_once_with("file")
print(sentinel.thing, sentinel.thing is sentinel.thing)


@patch("os.path.exists")
def decorated(exists):
    exists.return_value = True
    return os.path.exists("/not/there")


print(decorated(), os.path.exists("/not/there"))
m = Mock(**{"a.b.return_value": 9, "name.x": 1})
print(m.a.b(), m.name.x)
m.reset_mock()
print(m.mock_calls)
print(call.a.b(1).c(2), call(1, x=2))
