for code in r"""
"a" < "b", "a" < "B", "abc" < "abd", "ab" < "abc", "" < "a", "é" > "z", "😀" > "\uffff"
"a" == "a", "a" == 97, "a" != b"a", "a" == None
"a" < 1
"a" < None
"a" + 1
1 + "a"
"a" * 3, 3 * "ab", "a" * 0, "a" * -1, "a" * True
"a" * "b"
"a" * 1.5
"a" - "b"
-"a"
"a" in "abc", "" in "", "" in "a", "ac" in "abc", "a" not in "b"
1 in "abc"
b"a" in "abc"
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
