import json

for code in r"""
json.loads("[1, 2.5, \"a\", null, true, {\"k\": []}]"), json.loads(" 5 "), json.loads("\"\\u00e9\\ud83d\\ude00\\n\""), json.loads("1E3"), json.loads("-0"), json.loads("-0.0")
json.loads("NaN"), json.loads("[Infinity, -Infinity]"), json.loads(b"[1]"), json.loads(bytearray(b"\xef\xbb\xbf5")), json.loads("{\"a\": 1, \"a\": 2}")
json.loads("")
json.loads("[1,")
json.loads("[1,]")
json.loads("{\"a\" 1}")
json.loads("{'a': 1}")
json.loads("{\"a\": 1,}")
json.loads("[1 2]")
json.loads("1 2")
json.loads("\"abc")
json.loads("\"a\nb\"")
json.loads("\"\\x\"")
json.loads("\"\\u12\"")
json.loads("01")
json.loads("tru")
json.loads("\ufeff1")
json.loads(5)
json.loads("\"a\nb\"", strict=False), json.loads("{\"a\": 1}", object_pairs_hook=list), json.loads("{\"a\": 1}", object_hook=lambda d: sorted(d)), json.loads("[1.5, 2]", parse_float=str, parse_int=lambda s: s + "!"), json.loads("[NaN]", parse_constant=lambda c: c)
(lambda e: (e.msg, e.doc, e.pos, e.lineno, e.colno))(__import__("functools").reduce(lambda a, b: a, [None]) or json.JSONDecodeError("m", "a\nbc", 3))
json.JSONDecoder().raw_decode("[1] rest"), json.JSONDecoder().raw_decode("5x")
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
