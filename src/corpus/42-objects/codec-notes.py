# Errors of codecs from the registry carry a note; the built-in short cuts do not.
for text in (
    "b'\\xff'.decode('utf-8')",
    "b'\\xff'.decode('ascii')",
    "b'\\xff'.decode('utf-16-le')",
    "b'\\xff'.decode('utf-32')",
    "b'\\x81'.decode('cp1252')",
    "b'\\xff'.decode('idna')",
    "'\\udc80'.encode('cp1252')",
    "'\\udc80'.encode('utf-8')",
    "'é'.encode('ascii')",
    "'é'.encode('idna', 'nope')",
    "'x'.encode('nope')",
    "'x'.encode('utf-8\\0')",
    "b'x'.decode('\\udc80')",
    "str(b'', 'utf-8', 'a\\0')",
    "bytes('x', '\\ud800')",
    "float.fromhex('\\udc80')",
    "float.fromhex(0)",
):
    try:
        print(text, "=", eval(text))
    except Exception as error:
        print(text, "raises", repr(error), getattr(error, "__notes__", None))
for text in ("b''.decode('nope')", "b'' % memoryview(b'ab')", "b'' % bytearray(b'a')", "b'%s' % memoryview(b'ab')"):
    try:
        print(text, "=", eval(text))
    except Exception as error:
        print(text, "raises", repr(error))
