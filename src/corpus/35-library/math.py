import math
print(math.pi, math.e, math.tau, math.inf, math.nan)
print(math.sqrt(2), math.sqrt(16), math.isqrt(17), math.factorial(20), math.gcd(12, 18), math.gcd(), math.lcm(4, 6), math.comb(5, 2), math.perm(5, 2))
print(math.floor(-2.5), math.ceil(-2.5), math.trunc(-2.7), math.floor(2), math.fabs(-3), math.fmod(-7, 3), math.modf(2.5), math.frexp(8.0), math.ldexp(0.5, 4), math.copysign(1, -0.0))
print(math.sin(0), math.cos(0), math.tan(0), math.asin(1), math.atan2(1, 1), math.degrees(math.pi), math.radians(180), math.hypot(3, 4), math.dist((0, 0), (3, 4)))
print(math.log(1), math.log(8, 2), math.log2(8), math.log10(1000), math.exp(0), math.log1p(0), math.expm1(0), math.pow(2, 3), math.log(10 ** 400), math.log2(2 ** 2000))
print(math.isclose(0.1 + 0.2, 0.3), math.isnan(math.nan), math.isinf(-math.inf), math.isfinite(1), math.prod([1, 2, 3]), math.fsum([0.1] * 10), math.sumprod([1, 2], [3, 4]), math.nextafter(1, 2), math.ulp(1.0))
print(math.remainder(7, 3), math.floor(1e20), math.ceil(10 ** 30), math.erf(0), math.gamma(5), math.cosh(0), math.exp2(3))
for f in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.log(-1), lambda: math.factorial(-1), lambda: math.factorial(1.5), lambda: math.sqrt("x"), lambda: math.floor("x"), lambda: math.gcd(1.5, 2), lambda: math.exp(1000), lambda: math.floor(math.inf), lambda: math.isqrt(-1), lambda: math.comb(-1, 2), lambda: math.acos(2), lambda: math.fmod(1, 0), lambda: math.pow(-8, 1 / 3), lambda: math.nope, lambda: math.sqrt(), lambda: math.sqrt(10 ** 400), lambda: math.floor(math.nan)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
