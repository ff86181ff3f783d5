# configparser, netrc, runpy, site, sysconfig, platform, getpass, mimetypes, email, html.
import configparser
import email
import email.message
import email.policy
import getpass
import html
import html.parser
import io
import mimetypes
import netrc
import platform
import runpy
import sysconfig
import urllib.parse
import urllib.request
import urllib.error

config = configparser.ConfigParser()
config.read_string("[DEFAULT]\nbase = /base\n[paths]\nhome = %(base)s/home\nflag: yes\nnumber = 5\n; comment\n[empty]\n")
print(config.sections(), dict(config["paths"]), config.getboolean("paths", "flag"), config["paths"].getint("number"))
for call in (lambda: config["none"], lambda: config.get("paths", "none"), lambda: config.getint("paths", "home")):
    try:
        call()
    except (KeyError, configparser.Error, ValueError) as error:
        print(type(error).__name__, error)
config["new"] = {"key": "value"}
out = io.StringIO()
config.write(out)
print(out.getvalue())
try:
    configparser.ConfigParser().read_string("key = 1\n")
except configparser.Error as error:
    print(repr(str(error)))
with open(".netrc", "w") as file:
    file.write("machine host login me password secret\ndefault login any password none\n")
print(netrc.netrc(".netrc").authenticators("host"), netrc.netrc(".netrc").authenticators("other"))
with open("script.py", "w") as file:
    file.write("import sys\nresult = [__name__, x if 'x' in globals() else None, sys.argv[0]]\n")
print(runpy.run_path("script.py", {"x": 5}, "named")["result"], runpy.run_module("script")["result"][:2])
print(sysconfig.get_python_version(), 'posix_home' in sysconfig.get_scheme_names(), sysconfig.get_config_var("py_version_nodot"))
print(platform.python_version(), platform.python_implementation(), platform.python_version_tuple(), platform.system() != "")
print(mimetypes.guess_type("a.html"), mimetypes.guess_type("a.tar.gz"), mimetypes.guess_extension("image/png"), mimetypes.guess_type("x"))
message = email.message_from_string("From: a@b.c\nTo: d@e.f\nSubject: =?utf-8?q?caf=C3=A9?=\n\nbody\n", policy=email.policy.default)
print(message["from"], message["subject"], message.get_content(), message.keys())
message = email.message.EmailMessage()
message["Subject"] = "Test"
message.set_content("text\n")
message.add_alternative("<p>text</p>", subtype="html")
print(message.get_content_type(), [part.get_content_type() for part in message.iter_parts()])
print(html.escape("<a & 'b'>"), html.unescape("&lt;&eacute;&#233;&amp;&nosuch;"))


class Parser(html.parser.HTMLParser):
    def handle_starttag(self, tag, attrs):
        print("start", tag, attrs)

    def handle_endtag(self, tag):
        print("end", tag)

    def handle_data(self, data):
        print("data", repr(data))


Parser().feed("<p class='x' id=1>text &amp; more<br/></p><!-- c -->")
print(urllib.parse.urlparse("http://u:p@host:80/path;x?q=1#f"), urllib.parse.urljoin("http://a/b/c", "../d"))
print(urllib.parse.quote("a b/ä"), urllib.parse.unquote("%41+"), urllib.parse.urlencode({"a": [1, 2], "b": "x y"}, doseq=True))
print(urllib.parse.parse_qs("a=1&a=2&b="), urllib.parse.urlsplit("//host/x").netloc)
print(urllib.request.urlopen("data:text/plain,hello%20there").read())
with open("local.txt", "w") as file:
    file.write("from a file")
print(urllib.request.urlopen("file:///home/reader/local.txt").read())
try:
    urllib.request.urlopen("http://python.org/")
except urllib.error.URLError as error:
    print(type(error).__name__)
