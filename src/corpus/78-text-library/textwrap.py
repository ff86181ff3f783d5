import textwrap
text = "The quick brown fox jumped over the lazy dog, which was sleeping-in."

for code in r"""
textwrap.wrap(text, 20)
textwrap.fill(text, 30, initial_indent="* ", subsequent_indent="  ")
textwrap.shorten(text, 25), textwrap.shorten(text, 25, placeholder="..."), textwrap.shorten("  a   b ", 10)
textwrap.dedent("\n   a\n     b\n  \n   c\n"), textwrap.dedent("\ta\n  b"), textwrap.dedent("")
textwrap.indent("a\n\nb\n", "> "), textwrap.indent("a\n\nb", "-", lambda line: True)
textwrap.wrap("averyveryverylongword short", 8), textwrap.wrap("averyveryverylongword short", 8, break_long_words=False)
textwrap.wrap("a-b c-d e", 3, break_on_hyphens=False), textwrap.wrap("", 10), textwrap.wrap("   ", 5)
textwrap.wrap(text, 20, max_lines=2), textwrap.wrap(text, 20, max_lines=1, placeholder="~")
textwrap.wrap("a\tb\nc", 80, expand_tabs=False, replace_whitespace=False), textwrap.wrap("Hi. There.  You", 80, fix_sentence_endings=True)
textwrap.wrap("x", 0)
textwrap.shorten("abc def", 3)
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
