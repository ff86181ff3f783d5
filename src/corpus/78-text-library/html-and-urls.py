import html
import urllib.parse as u

for code in r"""
html.escape("<a href=\"x\">'&</a>"), html.escape("<'\">", quote=False), html.unescape("&lt;&amp;&eacute;&#233;&#xe9;&nope;&amp;lt;&#0;&#x110000;&notit;")
u.quote("a b/é?&"), u.quote("a b/é", safe=""), u.quote_plus("a b+c"), u.unquote("a%20b%C3%A9%zz"), u.unquote_plus("a+b%2B"), u.quote(b"\xff"), u.unquote_to_bytes("%ff")
u.urlparse("http://user:pw@host:80/p;x?q=1#f"), u.urlsplit("//h/p"), u.urlparse("mailto:a@b").path
u.urlparse("http://user:pw@HOST:80/").hostname, u.urlparse("http://h:80").port, u.urlparse("http://[::1]:8/").hostname
u.urlparse("http://h:x/").port
u.urljoin("http://a/b/c", "../d"), u.urljoin("http://a/b/", "e?f"), u.urljoin("http://a/b", "//c/d"), u.urljoin("http://a/b?x", "?y")
u.parse_qs("a=1&b=2&a=3&c="), u.parse_qs("c=", keep_blank_values=True), u.parse_qsl("a=1;b&x=%20"), u.urlencode({"a": "b c", "d": [1, 2]}), u.urlencode({"d": [1, 2]}, doseq=True), u.urlencode([("é", 1)])
u.urlunparse(("s", "h", "/p", "", "q", "f")), u.urldefrag("http://a#b"), u.urlsplit("a:b").geturl()
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
