import cmath
def r(z): return complex(round(z.real, 9), round(z.imag, 9))

for code in """
r(cmath.sqrt(-1)), cmath.phase(1j), cmath.polar(1+1j)[0], r(cmath.rect(2, cmath.pi / 2)), r(cmath.exp(1j * cmath.pi)), r(cmath.log(-1)), r(cmath.log(8, 2)), r(cmath.log10(100))
r(cmath.sin(1+1j)), r(cmath.cos(1j)), r(cmath.tan(1+1j)), r(cmath.asin(2)), r(cmath.acos(2)), r(cmath.atan(1+1j)), r(cmath.sinh(1)), r(cmath.cosh(1j)), r(cmath.tanh(1)), r(cmath.asinh(1j)), r(cmath.acosh(0.5)), r(cmath.atanh(0.5))
cmath.isnan(complex("nan")), cmath.isinf(complex("infj")), cmath.isfinite(1j), cmath.isclose(1, 1 + 1e-12), cmath.inf, cmath.nanj, cmath.infj, cmath.tau
cmath.log(0)
cmath.atanh(1)
cmath.sqrt("x")
cmath.exp(1e5)
cmath.sqrt(complex("-inf")), cmath.phase(-0.0), cmath.phase(complex(-1, -0.0)), cmath.sqrt(complex(-4, -0.0)), cmath.rect(1, 0), cmath.polar(0)
cmath.isclose(1, 2, rel_tol=-1)
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
