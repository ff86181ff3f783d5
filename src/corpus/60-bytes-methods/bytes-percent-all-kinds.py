for code in """
b"%d %i %u" % (1, -2, 3.9)
b"%5s|%-5s|%.2s|%5.1s|" % (b"abc", b"abc", b"abc", b"abc")
b"%05d|%+d|% d|%-5d|%x|%X|%#x|%o|%#o" % (42, 42, 42, 42, 255, 255, 255, 8, 8)
b"%e|%E|%f|%F|%g|%G|%.3g|%#g" % (1234.5, 1234.5, 1.5, 1.5, 1e-5, 1e20, 3.14159, 1.0)
b"%c%c" % (b"a", 98)
b"%%|%5%|" % ()
b"%(a)s %(b)05.1f" % {b"a": 1, b"b": 2.25}
b"%*d|%-*d|%.*f" % (5, 42, 5, 42, 2, 3.14159)
b"%d" % b"x"
b"%d" % 1.9, b"%d" % True
b"%x" % 1.5
b"%c" % b"ab"
b"%c" % 0x110000
b"%s %s" % (1,)
b"%s" % (1, 2)
b"%s" % [1, 2], b"%s" % ((1, 2),)
b"%(a)s" % (1,)
b"%(b)s" % {b"a": 1}
b"%y" % 1
b"%" % 1
b"%5" % 1
b"%(a" % {b"a": 1}
b"%.0f %.0f %.0f" % (0.5, 1.5, 2.5)
b"%s" % None, b"%d" % 10**25, b"%x" % -255, b"%#010x" % 255
b"abc" % {}, b"abc" % ()
b"abc" % 1
b"%5s|%-5s|%.2s|%5.1s|" % ("abc", b"abc", b"abc", b"abc")
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
