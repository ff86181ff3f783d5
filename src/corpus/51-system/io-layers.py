# io: raw, buffered and text layers; newlines, encodings, positions, errors.
import io
import os

for newline in (None, "", "\n", "\r", "\r\n"):
    with open("lines", "wb") as file:
        file.write(b"a\nb\rc\r\nd")
    with open("lines", newline=newline) as file:
        print(repr(newline), file.readlines(), file.newlines)
    with open("out", "w", newline=newline) as file:
        file.write("x\ny\r\nz")
    print(open("out", "rb").read())
text = "häß€😀\n" * 3
for encoding in ("utf-8", "utf-16", "utf-32-le", "utf-8-sig"):
    with open("t", "w", encoding=encoding) as file:
        file.write(text)
    with open("t", encoding=encoding) as file:
        first = file.readline()
        place = file.tell()
        rest = file.read()
        file.seek(place)
        print(encoding, first == "häß€😀\n", file.read() == rest, len(open("t", "rb").read()))
with open("t", "w", encoding="latin-1", errors="replace") as file:
    file.write("ä€")
print(open("t", "rb").read())
for errors in ("strict", "ignore", "replace", "backslashreplace", "surrogateescape"):
    try:
        print(errors, ascii(open("t", encoding="ascii", errors=errors).read()))
    except UnicodeDecodeError as error:
        print(error)
b = io.BytesIO(b"0123456789")
print(b.read(2), b.read1(2), b.tell(), b.seek(-3, 2), b.read(), b.getvalue()[:3], b.readable(), b.seekable())
b.seek(0)
b.truncate(5)
view = b.getbuffer()
try:
    b.write(b"x" * 20)
except BufferError as error:
    print(error)
view.release()
raw = io.FileIO("raw", "w+")
print(raw, raw.write(b"abc"), raw.seek(0), raw.readall(), raw.mode, raw.fileno() > 2)
raw.close()
try:
    raw.read()
except ValueError as error:
    print(error)


class Slow(io.RawIOBase):
    def __init__(self, chunks):
        self.chunks = chunks

    def readable(self):
        return True

    def readinto(self, buffer):
        if not self.chunks:
            return 0
        chunk = self.chunks.pop(0)
        if chunk is None:
            return None
        buffer[: len(chunk)] = chunk
        return len(chunk)


reader = io.BufferedReader(Slow([b"ab", b"cdef", b"g\nh"]), 4)
print(reader.peek(1), reader.read(3), reader.readline(), reader.read())
print(io.BufferedReader(Slow([None])).read(), Slow([b"xy", b"z"]).read(), io.TextIOWrapper(io.BufferedReader(Slow([b"\xc3", b"\xa4"])), "utf-8").read())
pair = io.BufferedRWPair(io.BytesIO(b"in"), io.BytesIO())
print(pair.read(), pair.write(b"out"), pair.readable(), pair.writable())
random = io.BufferedRandom(io.BytesIO(b"0123456789"))
print(random.read(2), random.write(b"XX"), random.seek(0), random.read())
s = io.StringIO("one\ntwo\n", newline="\n")
print(s.readline(), s.tell(), s.write("2"), s.getvalue(), list(io.StringIO("a\nb")), s.line_buffering)
wrapper = io.TextIOWrapper(io.BytesIO(), "ascii", write_through=True)
try:
    wrapper.write("ä")
except UnicodeEncodeError as error:
    print(error)
wrapper.reconfigure(encoding="latin-1", newline="\r\n")
wrapper.write("ä\n")
wrapper.flush()
print(wrapper.buffer.getvalue(), wrapper.encoding, wrapper)
for call in (
    lambda: open("none"),
    lambda: open("t", "zz"),
    lambda: open("t", "rw"),
    lambda: open("t", "rb", encoding="x"),
    lambda: open("t", "r", 0),
    lambda: open("t", encoding="nope"),
    lambda: open("t", newline="x"),
    lambda: open("t").write("x"),
    lambda: open("t", "w").read(),
    lambda: open("t", "x"),
    lambda: open(-1),
    lambda: open("a\0b"),
    lambda: io.StringIO(5),
    lambda: io.BytesIO("x"),
    lambda: io.StringIO().seek(-1),
    lambda: io.StringIO("x").seek(1, 1),
    lambda: io.BytesIO().fileno(),
    lambda: io.TextIOWrapper(io.BytesIO(), "latin-1").detach().detach(),
    lambda: io.open_code(5),
):
    try:
        print(call())
    except (OSError, ValueError, TypeError, LookupError) as error:
        print(type(error).__name__, error)
with open("t", "w+", encoding="utf-8") as file:
    file.write("ab\n" * 3)
    file.seek(0)
    next(file)
    try:
        file.tell()
    except OSError as error:
        print(error)
print(io.DEFAULT_BUFFER_SIZE, io.SEEK_END, issubclass(io.UnsupportedOperation, ValueError), io.text_encoding(None))
decoder = io.IncrementalNewlineDecoder(None, translate=True)
print(repr(decoder.decode("a\r")), repr(decoder.decode("\nb\r\n")), decoder.newlines, decoder.getstate())
