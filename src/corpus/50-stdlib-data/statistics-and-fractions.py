# statistics on numbers of every kind; fractions.
import statistics as s
from decimal import Decimal
from fractions import Fraction

def attempt(f, *a, **k):
    try:
        print(f.__name__, f(*a, **k))
    except Exception as e:
        print(f.__name__, type(e).__name__, e)

data = [1, 2, 2, 3, 4, 7, 9]
for f in (s.mean, s.fmean, s.geometric_mean, s.harmonic_mean, s.median, s.median_low, s.median_high, s.median_grouped, s.mode, s.multimode, s.pstdev, s.pvariance, s.stdev, s.variance, s.quantiles):
    attempt(f, data)
    attempt(f, [])
    attempt(f, [Fraction(1, 2), Fraction(1, 3), 1])
    attempt(f, [Decimal("0.5"), Decimal("0.75")])
attempt(s.fmean, [1, 2, 3], weights=[3, 2, 1])
attempt(s.quantiles, data, n=10, method="inclusive")
attempt(s.covariance, [1, 2, 3], [2, 4, 7])
attempt(s.correlation, [1, 2, 3], [2, 4, 7])
attempt(s.correlation, [1, 2, 3], [1, 3, 2], method="ranked")
attempt(s.linear_regression, [1, 2, 3], [2, 4, 6.5])
attempt(s.correlation, [1, 1], [2, 2])
n = s.NormalDist(100, 15)
print(n, n.mean, n.stdev, n.variance, round(n.pdf(110), 12), round(n.cdf(110), 12), round(n.inv_cdf(0.9), 9), [round(q, 6) for q in n.quantiles(4)], n + 5, n * 2, n + n, -n, n == s.NormalDist(100, 15), round(n.overlap(s.NormalDist(110, 10)), 10), n.zscore(130))
print(s.NormalDist.from_samples([1, 2, 3]))
attempt(s.NormalDist, 0, -1)
f = Fraction(3, -6)
print(f, repr(f), f.numerator, f.denominator, f + 1, f * Fraction(2, 3), f / 3, f ** 2, f ** -1, f ** 0.5 if f > 0 else None, -f, abs(f), f < 0, f == -0.5, hash(f) == hash(-0.5), int(f), float(f), round(Fraction(7, 3), 1), round(Fraction(5, 2)), f // 1, f % 1, divmod(f, Fraction(1, 3)), bool(f))
print(Fraction("3/7"), Fraction(" -1.25e2 "), Fraction(0.5), Fraction(Decimal("1.1")), Fraction(1.1).limit_denominator(10), Fraction.from_float(0.25), Fraction.from_decimal(Decimal("0.3")), Fraction(5).as_integer_ratio(), Fraction(7, 2).is_integer(), format(Fraction(1, 3), ".4f"), f"{Fraction(22, 7):>10.2e}|", f"{Fraction(1234567, 3):,.2f}")
for bad in ["x", "1/0", "1//2", 1j, None]:
    attempt(Fraction, bad)
attempt(Fraction, 1, 0)
attempt(Fraction, 1.5, 2)
