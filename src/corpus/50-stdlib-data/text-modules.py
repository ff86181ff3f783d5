# string, textwrap, difflib, pprint, shlex, html, calendar, base64, configparser, unicodedata.
import string, textwrap, difflib, pprint, reprlib, shlex, html, html.parser, fnmatch, unicodedata, colorsys, keyword, linecache, calendar, base64, binascii, quopri, configparser, io, locale
print(string.Template("$a ${b} $$").substitute(a=1, b=2), string.Template("$a $z").safe_substitute(a=1), string.capwords("hello  world"), string.Formatter().format("{0!r:>5} {x[1]} {y.real}", "a", x=[1, 2], y=3), string.ascii_letters, string.punctuation, list(string.Formatter().parse("a{b!r:c}d")))
for bad in ["$", "${", "$1", "${a b}"]:
    try: print(string.Template(bad).substitute())
    except Exception as e: print(type(e).__name__, e)
t = "The quick brown fox jumped over the lazy dog. " * 3
print(textwrap.fill(t, 30), textwrap.shorten(t, 40), textwrap.indent("a\n\nb", "> "), textwrap.dedent("""\
    one
      two
    three"""), textwrap.wrap("supercalifragilistic word", 10, break_long_words=False), textwrap.wrap("a-b-c-d e", 4), sep="\n")
print("\n".join(difflib.unified_diff("one two three".split(), "one 2 three four".split(), lineterm="")), list(difflib.ndiff(["abc\n"], ["abd\n"])), difflib.get_close_matches("appel", ["ape", "apple", "peach"]), difflib.SequenceMatcher(None, "abcd", "bcde").ratio(), difflib.SequenceMatcher(None, "qabxcd", "abycdf").get_opcodes(), "".join(difflib.context_diff(["a\n"], ["b\n"])), sep="\n")
pprint.pprint({"b": list(range(20)), "a": ("x" * 30, {"deep": [1, {2: 3}]}), "c": {3, 1, 2}}, width=40)
pprint.pprint([[1, [2, [3, [4]]]]], depth=2)
print(pprint.pformat("word " * 20, width=30), pprint.saferepr({1: [2]}), pprint.isreadable([1]), pprint.pformat({"z": 1, "y": 2}, sort_dicts=False), pprint.pformat(1234567, underscore_numbers=True))
r = reprlib.Repr(); r.maxlist = 2; print(r.repr([1, 2, 3]), reprlib.repr("x" * 100), reprlib.repr(set("abcdefghij")) [:20], reprlib.repr({i: i for i in range(9)}))
print(shlex.split("a 'b c' \"d\\\"e\" f#g # no", comments=True), shlex.quote("it's"), shlex.join(["a b", "c"]), list(shlex.shlex("a = 'x y'", posix=True)))
try: shlex.split("a 'b")
except ValueError as e: print(e)
print(html.escape("<a href='x'>&\"</a>"), html.unescape("&lt;&eacute;&#x41;&notit;&amp"))
class P(html.parser.HTMLParser):
    def handle_starttag(self, tag, attrs): print("start", tag, attrs)
    def handle_endtag(self, tag): print("end", tag)
    def handle_data(self, data): print("data", repr(data))
    def handle_comment(self, data): print("comment", data)
    def handle_decl(self, decl): print("decl", decl)
P().feed("<!DOCTYPE html><p class=a id='b'>x &amp; y<br/><!-- c --><script>if(a<b){}</script></p>")
print(fnmatch.filter(["a.py", "b.txt", "C.PY"], "*.py"), fnmatch.fnmatchcase("abc", "a[!x]c"), fnmatch.translate("*.[ch]?"))
print([round(v, 6) for v in colorsys.rgb_to_hsv(.2, .4, .6)], [round(v, 6) for v in colorsys.hls_to_rgb(.5, .4, .3)], [round(v, 6) for v in colorsys.rgb_to_yiq(.1, .2, .3)])
print(keyword.iskeyword("for"), keyword.issoftkeyword("match"), len(keyword.kwlist), keyword.softkwlist)
print(calendar.month(2024, 2), calendar.isleap(2100), calendar.monthrange(2023, 2), calendar.weekday(2024, 1, 1), calendar.timegm((1970, 1, 2, 0, 0, 0)), list(calendar.Calendar(6).itermonthdays2(2024, 2))[:4], calendar.TextCalendar(0).formatweek([(1, 0), (2, 1)], 3), calendar.day_name[0], list(calendar.month_abbr)[:3], calendar.leapdays(2000, 2024), sep="\n")
try: calendar.monthrange(2024, 13)
except calendar.IllegalMonthError as e: print(repr(e), e)
print(base64.b64encode(b"hello\xff"), base64.urlsafe_b64encode(b"\xfb\xff"), base64.b32encode(b"hi"), base64.b16encode(b"hi"), base64.b85encode(b"hello"), base64.a85encode(b"hello\0\0\0\0"), base64.b64decode("aGVsbG8="), base64.b32decode(b"NBUQ===="), base64.b85decode(b"Xk~0{Zv"), base64.a85decode(b"BOu!rDZ"), base64.encodebytes(b"x" * 60), base64.b32hexencode(b"hi"))
for f, v in [(base64.b64decode, "a"), (base64.b32decode, "a"), (base64.b16decode, "zz"), (base64.b85decode, b"\xff"), (base64.a85decode, b"v")]:
    try: print(f(v))
    except Exception as e: print(type(e).__name__, e)
print(binascii.hexlify(b"abc", "-"), binascii.unhexlify("6162"), binascii.b2a_base64(b"x", newline=False), binascii.crc_hqx(b"abc", 0), binascii.b2a_uu(b"hello"), binascii.a2b_uu(b"%:&5L;&\\\n"), binascii.b2a_qp(b"a=b\xe9 "), binascii.a2b_qp(b"a=3Db=\n"), quopri.encodestring(b"caf\xc3\xa9"))
c = configparser.ConfigParser()
c.read_string("[DEFAULT]\nx=1\n[a]\ny = %(x)s2\nz: multi\n  line\nflag\n" .replace("flag\n", "flag=yes\n"))
print(c.sections(), c["a"]["y"], c.getint("a", "y"), c.getboolean("a", "flag"), c.get("a", "nope", fallback="f"), dict(c["a"]), c.has_option("a", "x"))
for f in [lambda: c["q"], lambda: c.get("a", "nope"), lambda: c.getint("a", "z"), lambda: c.read_string("x=1"), lambda: c.read_string("[a]\n[a]\n"), lambda: c.add_section("a")]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
out = io.StringIO(); c.write(out); print(out.getvalue())
print(unicodedata.name("é"), unicodedata.lookup("GREEK SMALL LETTER ALPHA"), unicodedata.category("A"), unicodedata.normalize("NFD", "é").encode(), unicodedata.normalize("NFKC", "ﬁ"), unicodedata.decimal("٣"), unicodedata.numeric("½"), unicodedata.bidirectional("א"), unicodedata.combining("\u0301"), unicodedata.east_asian_width("中"), unicodedata.mirrored("("), unicodedata.decomposition("é"), unicodedata.is_normalized("NFC", "é"), unicodedata.unidata_version)
