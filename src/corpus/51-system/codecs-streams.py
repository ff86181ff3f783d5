# codecs: encodings one by one, incremental and stream forms, error handlers, charmaps.
import codecs
import encodings

text = "Aä€😀\u0000"
for name in ("utf-8", "utf-7", "utf-16", "utf-16-be", "utf-32", "utf-8-sig", "unicode_escape", "raw_unicode_escape", "punycode"):
    data = text.encode(name)
    print(name, data, data.decode(name) == text)
for name in ("latin-1", "cp1252", "ascii", "cp437", "koi8-r", "iso8859-15", "mac-roman", "cp037"):
    for sample in ("aé€", "é", "я"):
        try:
            print(name, sample.encode(name))
        except UnicodeEncodeError as error:
            print(name, error)
for data in (b"\xff", b"\xc3(", b"\xe2\x82", b"\xf0\x9f\x98", b"\xed\xa0\x80", b"a\x80b"):
    for errors in ("strict", "replace", "ignore", "backslashreplace", "surrogateescape"):
        try:
            print(data, errors, ascii(data.decode("utf-8", errors)))
        except UnicodeDecodeError as error:
            print(error)
for errors in ("xmlcharrefreplace", "namereplace", "backslashreplace", "surrogatepass", "ignore"):
    try:
        print(errors, "a€\ud800".encode("ascii", errors))
    except UnicodeEncodeError as error:
        print(errors, error)
print("\ud800".encode("utf-8", "surrogatepass"), b"\xed\xa0\x80".decode("utf-8", "surrogatepass") == "\ud800")
for name, samples in (("utf-7", ("a+b", "ä+", "Hi Mom -☺-!", "+", "~\\")), ("idna", ("bücher.example", "faß.de", "xn--bcher-kva"))):
    for sample in samples:
        try:
            data = sample.encode(name)
            print(name, sample, data, data.decode(name))
        except UnicodeError as error:
            print(name, sample, type(error).__name__, error)
for data in (b"+AGE-", b"+2AA-", b"a+b", b"+\xff", b"+AG", b"+-"):
    try:
        print(data, ascii(data.decode("utf-7")))
    except UnicodeDecodeError as error:
        print(error)
decoder = codecs.getincrementaldecoder("utf-8")()
print([decoder.decode(bytes([b])) for b in "ä€".encode()], decoder.getstate(), decoder.decode(b"\xe2"), decoder.getstate())
try:
    decoder.decode(b"", True)
except UnicodeDecodeError as error:
    print(error)
encoder = codecs.getincrementalencoder("utf-16")()
print(encoder.encode("a"), encoder.encode("b"), encoder.getstate())
print(list(codecs.iterencode(["ä", "b"], "utf-8")), list(codecs.iterdecode([b"\xc3", b"\xa4"], "utf-8")))
with codecs.open("c.txt", "w", "utf-16") as file:
    file.write("line one\nline two\n")
with codecs.open("c.txt", encoding="utf-16") as file:
    print(file.readline(), file.read(), file.encoding if hasattr(file, "encoding") else None)
print(codecs.lookup("UTF8"), codecs.lookup("latin1").name, encodings.normalize_encoding("a b-c"))
for name in ("hex", "base64", "rot13", "quopri", "uu", "zlib"):
    try:
        data = "text" if name == "rot13" else b"text"
        coded = codecs.encode(data, name)
        print(name, coded if name != "zlib" else len(coded) > 4, codecs.decode(coded, name))
    except LookupError as error:
        print(error)
for call in (lambda: "x".encode("nope"), lambda: "x".encode("hex"), lambda: b"x".decode("rot13"), lambda: codecs.lookup_error("nope"), lambda: codecs.lookup("a\0")):
    try:
        call()
    except (LookupError, ValueError) as error:
        print(type(error).__name__, error)


def handler(error):
    return f"<{ascii(error.object[error.start:error.end])}>", error.end


codecs.register_error("mine", handler)
print("aäb".encode("ascii", "mine"), b"a\xffb".decode("utf-8", "mine"))
print(codecs.charmap_encode("ab", "strict", {97: 65, 98: "xy"}), codecs.charmap_decode(b"\0\1", "strict", "ab"), codecs.charmap_build("ab"))
try:
    codecs.charmap_decode(b"\2", "strict", "ab")
except UnicodeDecodeError as error:
    print(error)


def search(name):
    return codecs.CodecInfo(lambda s, e="strict": (s.upper().encode(), len(s)), None, name="shout") if name == "shout" else None


codecs.register(search)
print("loud".encode("shout"))
codecs.unregister(search)
print(codecs.BOM_UTF8, codecs.escape_decode(rb"a\n\x41"), codecs.escape_encode(b"\n'"))
