import difflib

for code in r"""
difflib.get_close_matches("appel", ["ape", "apple", "peach", "puppy"]), difflib.get_close_matches("x", ["a"]), difflib.get_close_matches("ab", ["abc", "abd", "ab"], n=2, cutoff=0.5)
difflib.SequenceMatcher(None, "abcd", "bcde").ratio(), difflib.SequenceMatcher(None, "", "").ratio(), difflib.SequenceMatcher(lambda c: c == " ", "a b", "ab").get_matching_blocks()
difflib.SequenceMatcher(None, "qabxcd", "abycdf").get_opcodes()
list(difflib.unified_diff(["a\n", "b\n"], ["a\n", "c\n"], "old", "new"))
list(difflib.ndiff(["one\n", "two\n"], ["ore\n", "two\n", "three\n"]))
list(difflib.context_diff("ab", "ac", lineterm=""))
"".join(difflib.restore(list(difflib.ndiff(["a\n"], ["b\n"])), 2))
difflib.get_close_matches("a", ["b"], n=0)
difflib.get_close_matches("a", ["b"], cutoff=2)
difflib.SequenceMatcher(None, [1, 2, 3], [2, 3, 4]).find_longest_match(0, 3, 0, 3), difflib.SequenceMatcher(a="tide", b="diet").quick_ratio()
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
