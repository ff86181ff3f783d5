nan = float("nan")
inf = float("inf")
print(nan == nan, nan != nan, nan < 1, nan > 1, nan is nan, nan in [nan], [nan] == [nan])
print(inf > 10 ** 400, -inf < -10 ** 400, inf == inf, inf - inf, inf * 0, inf + 1, 1 / inf, -1 / inf)
print(max(nan, 1), max(1, nan), min(1, nan), sorted([3, 1, 2]))
print(0.0 == -0.0, str(-0.0), 1 / inf == 0, inf // 1, inf % 2, 5 % inf, -5 % inf)
print(bool(nan), bool(inf), bool(0.0), bool(-0.0))
d = {nan: 1}
print(d[nan], nan in d, float("nan") in d)
