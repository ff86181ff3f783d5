import shlex

for code in r"""
shlex.split("a 'b c' \"d e\" f\\ g"), shlex.split("a # b", comments=True), shlex.split("a#b"), shlex.split(""), shlex.split("'' \"\" x")
shlex.split("'abc")
shlex.split("abc\\")
shlex.quote("a b"), shlex.quote("it's"), shlex.quote(""), shlex.quote("safe-1.0_x/@%+=:,"), shlex.quote("é")
shlex.join(["a", "b c", "d'e"]), shlex.split(shlex.join(["x y", "'", '"'])), list(shlex.shlex("a+b='c d'"))
list(shlex.shlex("a && b || c; d", punctuation_chars=True)), shlex.split("a\nb\tc"), shlex.split(r"'a\b' \"c\"", posix=False)
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
