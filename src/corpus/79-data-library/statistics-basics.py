import statistics as s
d = [2, 4, 4, 4, 5, 5, 7, 9]
print(s.mean(d), s.fmean(d), s.median(d), s.median_low(d), s.median_high(d), s.mode(d), s.multimode([1, 1, 2, 2]), s.pstdev(d), s.pvariance(d), s.stdev(d), s.variance(d))
print(s.harmonic_mean([40, 60]), round(s.geometric_mean([54, 24, 36]), 6), s.quantiles(range(1, 10), n=4), s.quantiles([1, 2, 3], n=2, method="inclusive"), s.median_grouped([1, 3, 3, 5, 7]), s.fmean([1, 2], weights=[3, 1]))
from fractions import Fraction as F
from decimal import Decimal as D
print(s.mean([F(1, 2), F(1, 3)]), s.mean([D("0.5"), D("0.75")]), s.mean([1, 2.5]), s.variance([F(1), F(2)]), s.mode("aab"))
for f, a in ((s.mean, []), (s.median, []), (s.mode, []), (s.stdev, [1]), (s.variance, []), (s.quantiles, [1]), (s.harmonic_mean, [-1]), (s.geometric_mean, [0]), (s.mean, ["a"])):
    try: print(f(a))
    except Exception as e: print(f.__name__, type(e).__name__, e)
print(s.correlation([1, 2, 3], [1, 2, 4]) > 0.98, s.covariance([1, 2, 3], [1, 2, 3]), s.linear_regression([1, 2, 3], [2, 4, 6]))
n = s.NormalDist(100, 15); print(n, n.mean, n.variance, round(n.cdf(115), 6), round(n.inv_cdf(0.5), 3), n + 5, n * 2, round(n.overlap(s.NormalDist(110, 15)), 4), n.zscore(130), n == s.NormalDist(100, 15.0))
