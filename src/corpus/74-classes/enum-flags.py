from enum import Flag, IntFlag, KEEP, CONFORM, STRICT, EJECT, auto
class P(Flag): R = auto(); W = auto(); X = auto(); RW = R | W
print(P.R | P.X, P.RW & P.R, ~P.R, P.R ^ P.RW, P(0), P(5), list(P), list(P.RW), P.R in P.RW, bool(P(0)), repr(P.RW), P.RW.name, (P.R | P.X).name, len(P.RW), P.X.value)
for code in ("P(8)", "P.R | 1", "P.R + P.W", "1 in P.RW", "P['RW']", "P('R')"):
    try: print(code, eval(code))
    except Exception as e: print(code, type(e).__name__, str(e).replace("\n", "|"))
class I(IntFlag): A = 1; B = 2
print(I.A | 8, I.A | I.B, ~I.A, I(7), I.A + 1, I.B == 2, f"{I.A}", repr(I(0)), -1 in [I(3)])
for b in (STRICT, CONFORM, EJECT, KEEP):
    class F(Flag, boundary=b): A = 1; B = 4
    try: print(b, repr(F(3)))
    except ValueError as e: print(b, str(e).splitlines()[0])
