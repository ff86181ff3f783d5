from unittest.mock import ANY, MagicMock, Mock, call, create_autospec, patch, sentinel
m = Mock(return_value=3, name="m"); print(m(1, k=2), m.called, m.call_count, m.call_args, m.a.b.c(5) is m.a.b.c.return_value, m.mock_calls)
m.side_effect = [1, ValueError("se")]; print(m())
try: m()
except ValueError as e: print(e)
for f in (lambda: m.assert_called_once(), lambda: m.assert_called_with(9), lambda: Mock().assert_called(), lambda: m.assert_not_called(), lambda: m.assert_has_calls([call(8)])):
    try: f(); print("ok")
    except AssertionError as e: print(str(e).splitlines()[0])
mm = MagicMock(); mm.__len__.return_value = 7; mm["k"] = 1; print(len(mm), bool(mm), mm[1] is mm[2], list(mm), 5 in mm, int(mm), mm.__setitem__.call_args)
import os, json
with patch("os.getcwd", return_value="/mocked") as p: print(os.getcwd(), p.call_count)
with patch.object(json, "dumps", side_effect=lambda o: "fake"): print(json.dumps(1))
with patch.dict(os.environ, {"X_Y": "1"}): print(os.environ["X_Y"])
print("X_Y" in os.environ, call(1, a=2) == call(1, a=2), call.f(1), ANY == 5, sentinel.obj, sentinel.obj is sentinel.obj)
def spec(a, b=1): return a
s = create_autospec(spec, return_value="auto"); print(s(1, b=2))
try: s()
except TypeError as e: print(e)
try: Mock(spec=["x"]).y
except AttributeError as e: print(e)
@patch("json.loads")
def t(loads): loads.return_value = "patched"; return json.loads("1")
print(t(), json.loads("1"), Mock(**{"m.return_value": 3}).m(), m.reset_mock(), m.call_count)
