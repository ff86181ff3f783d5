for code in """
complex(), complex(1), complex(1, 2), complex("1+2j"), complex(" 3j "), complex("(1-2j)"), complex(1+2j, 3j), complex("1e5-1e-5j"), complex("j"), complex("-j"), complex("inf+nanj")
complex("")
complex("1 + 2j")
complex("1+2")
complex("1j+2")
complex("1", 2)
complex(1, "2")
complex([])
complex(None)
1j * 1j, (1+2j) / (3-4j), (1+2j) ** 2, (1+2j) ** -1, 1j ** 1j, 0j ** 0, 2 ** 1j
0j ** -1
0j ** 1j
1j / 0
1j // 2
1j % 2
divmod(1j, 2)
1j < 2
1j == 1j, 1j != 1, 1+0j == 1, complex(0.0, -0.0), -0j, -(0j), 1-0j
abs(3+4j), (3+4j).conjugate(), (3+4j).real, (3+4j).imag, abs(complex("inf+nanj"))
repr(complex(1e16, -1e-5)), str(complex(-0.0, 1)), repr(complex("nan"))
int(1j)
float(1j)
hash(1+0j) == hash(1), hash(1j) == hash(1j), bool(0j), bool(1j)
(1+2j).__complex__(), complex.__getnewargs__(1+2j)
complex(real=1, imag=2)
complex("1_0+2_0j")
1e308 * 10j, (1e200+1e200j) * (1e200-1e200j)
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
