from math import gcd


class Fraction:
    def __init__(self, n, d=1):
        if d == 0:
            raise ZeroDivisionError(f"Fraction({n}, 0)")
        if d < 0:
            n, d = -n, -d
        g = gcd(n, d)
        self.n, self.d = n // g, d // g

    def _other(self, o):
        if isinstance(o, int):
            return Fraction(o)
        return o if isinstance(o, Fraction) else None

    def __add__(self, o):
        o = self._other(o)
        return NotImplemented if o is None else Fraction(self.n * o.d + o.n * self.d, self.d * o.d)

    __radd__ = __add__

    def __neg__(self):
        return Fraction(-self.n, self.d)

    def __sub__(self, o):
        return self + -o

    def __rsub__(self, o):
        return -self + o

    def __mul__(self, o):
        o = self._other(o)
        return NotImplemented if o is None else Fraction(self.n * o.n, self.d * o.d)

    __rmul__ = __mul__

    def __truediv__(self, o):
        o = self._other(o)
        return NotImplemented if o is None else Fraction(self.n * o.d, self.d * o.n)

    def __eq__(self, o):
        o = self._other(o)
        return o is not None and (self.n, self.d) == (o.n, o.d)

    def __lt__(self, o):
        o = self._other(o)
        return self.n * o.d < o.n * self.d

    def __hash__(self):
        return hash((self.n, self.d))

    def __float__(self):
        return self.n / self.d

    def __str__(self):
        return str(self.n) if self.d == 1 else f"{self.n}/{self.d}"

    def __repr__(self):
        return f"Fraction({self.n}, {self.d})"


half, third = Fraction(1, 2), Fraction(-2, -6)
print(half + third, half - third, half * third, half / third, 1 - half, 2 * third, half + 1, -half)
print(half == Fraction(2, 4), half == 0.5, half < third, sorted([half, third, Fraction(3)]), float(third), sum([half, third], Fraction(0)), {half: 1}[Fraction(4, 8)], repr(third))
for f in (lambda: Fraction(1, 0), lambda: half / 0, lambda: half + "x"):
    try:
        f()
    except (ZeroDivisionError, TypeError) as e:
        print(type(e).__name__, e)


class Poly:
    def __init__(self, *coefficients):
        c = list(coefficients)
        while len(c) > 1 and c[-1] == 0:
            c.pop()
        self.c = c

    def __call__(self, x):
        value = 0
        for k in reversed(self.c):
            value = value * x + k
        return value

    def __mul__(self, o):
        out = [0] * (len(self.c) + len(o.c) - 1)
        for i, a in enumerate(self.c):
            for j, b in enumerate(o.c):
                out[i + j] += a * b
        return Poly(*out)

    def __add__(self, o):
        n = max(len(self.c), len(o.c))
        pad = lambda c: c + [0] * (n - len(c))
        return Poly(*(a + b for a, b in zip(pad(self.c), pad(o.c))))

    def derivative(self):
        return Poly(*(i * k for i, k in enumerate(self.c) if i) or (0,))

    def __str__(self):
        terms = []
        for i, k in reversed(list(enumerate(self.c))):
            if k == 0 and len(self.c) > 1:
                continue
            sign = "-" if k < 0 else "+"
            size = abs(k) if isinstance(k, int) else k
            body = {0: f"{size}", 1: f"{'' if size == 1 else size}x"}.get(i, f"{'' if size == 1 else size}x^{i}")
            terms.append((sign, body))
        text = " ".join(f"{s} {b}" for s, b in terms)
        return text[2:] if text.startswith("+ ") else "-" + text[2:]


p, q = Poly(1, 2), Poly(-1, 0, 3)
print(p, q, p * q, p + q, q.derivative(), Poly(0), (p * p * p), q(2), q(half), sep=" | ")
x = 2.0
f = Poly(-2, 0, 1)
for _ in range(5):
    x = x - f(x) / f.derivative()(x)
print(x)
