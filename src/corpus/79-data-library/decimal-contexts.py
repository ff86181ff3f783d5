for code in """
from decimal import *
print(getcontext().prec, getcontext().rounding, Decimal(1) / 7)
with localcontext() as c: c.prec = 5; print(Decimal(1) / 7, +Decimal("123456789"))
with localcontext(prec=3): print(Decimal(2) / 3)
print(Decimal(1) / 7)
for r in (ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP): print(r, [str(Decimal(s).quantize(Decimal("1"), rounding=r)) for s in ("2.5", "-2.5", "1.1", "-1.1", "0.5", "5.5")])
Decimal("123456").quantize(Decimal("1e-30"))
c = Context(prec=2, traps=[]); print(c.divide(Decimal(1), Decimal(0)), c.create_decimal("12345"), c.flags[Inexact], c.flags[DivisionByZero])
c = Context(traps=[Inexact]); c.divide(Decimal(1), Decimal(3))
setcontext(Context(prec=4)); print(Decimal(1) / 3); setcontext(Context(prec=28))
print(DefaultContext.prec, BasicContext.prec, ExtendedContext.prec, BasicContext.rounding)
print(issubclass(DivisionByZero, ZeroDivisionError), InvalidOperation.__mro__[1].__name__, issubclass(Inexact, DecimalException))
Decimal("sNaN") + 1
print(Decimal("Infinity") - Decimal("1"), Decimal("-Infinity") * -2, Decimal("1e-10").quantize(Decimal("0.01")))
getcontext().prec = 0
getcontext().rounding = "x"
print(sum(Decimal("0.1") for _ in range(10)), Decimal("0.1") * 3 == Decimal("0.3"))
""".strip().splitlines():
    print(code)
    try:
        exec(code)
    except Exception as error:
        print("   ", type(error).__name__ + ":", error)
