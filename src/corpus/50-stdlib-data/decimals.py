# decimal: conversion, operators, formats, contexts, signals.
import decimal, random, math, numbers, fractions, pickle, copy
from decimal import *
D = Decimal
def t(f, *a, **k):
    try: r = f(*a, **k)
    except BaseException as e: print(type(e).__name__, e)
    else: print(repr(r))
for s in ['1','  12_3.4_5 ','','abc','1e5','1E-400','.5','5.','.','+1','--1','inf','-Infinity','nan','snan5','NaN00','1__2','１２','٣.٤','1e','1e+','0x10','1,2','infin','nan1a','1e999999999999999999999','\u00a07\n','1_', '_1', '1\x00']: t(D, s)
for v in [1, -5, 10**30, 1.5, 0.1, float('inf'), float('-inf'), float('nan'), -0.0, True, (0,(1,2,3),-2), (1,(),'F'), (0,(1,2),'n'), (0,(),'N'), [0,[1],2], (0,(1,)), (2,(1,),0), (0,(10,),0), (0,5,0), (0,(1,),'x'), (0,(1,),1.5), None, 'x', 1j, b'1', (0,(),3), D('1.50')]: t(D, v)
t(D); t(D, '1', None); t(D, '1', 5); t(D, value='7'); t(D, 'bad', Context(traps=[])); t(D.from_float, 0.1); t(D.from_float, 3); t(D.from_float, '1')
print(getcontext(), DefaultContext, BasicContext, ExtendedContext)
x=D('3.14159'); y=D('-2.5')
for op in ['x+y','x-y','x*y','x/y','x//y','x%y','x**2','x**y','-x','+x','abs(y)','divmod(x,y)','pow(D(7),5,D(13))','x+1','1+x','2**D(3)','x==3','x<4','x>2.5','x!=None','D(1)==1.0','D("0.1")==0.1','D(1)==1+0j','D(1)<1j','D(1)==fractions.Fraction(1)','D("0.5")<fractions.Fraction(2,3)','x+1.5','1.5+x','x+"a"','int(y)','float(x)','round(y)','round(x,2)','round(x,-1)','round(x,1.5)','math.floor(y)','math.ceil(y)','math.trunc(y)','complex(x)','bool(D(0))','hash(D(1))==hash(1),hash(D("0.5"))==hash(0.5)','hash(D("1e20"))==hash(10**20)','hash(D("inf")),hash(D("-inf"))','hash(D("snan"))','D("nan")==D("nan")','D("nan")<1','D("snan")==1','sorted([D(3),1,D("2.5")])','max(D(1),2)','sum([D("0.1")]*10)','D("1").as_tuple()','D("-inf").as_tuple()','D("nan12").as_tuple()','D("3.25").as_integer_ratio()','D("inf").as_integer_ratio()','D("-1e3").as_integer_ratio()','x.adjusted()','x.is_canonical()','x.radix()','x.conjugate() is x','x.real is x','x.imag','copy.copy(x) is x','copy.deepcopy(x) is x','pickle.loads(pickle.dumps(x))','x.__reduce__()','isinstance(x,numbers.Number),isinstance(x,numbers.Real)','D("NaN").is_nan()','x.quantize(D("0.01"))','x.quantize(D("0.01"),ROUND_UP)','x.quantize(D("0.01"),rounding="ROUND_FLOOR")','x.quantize(D(1),"bad")','x.to_integral_value()','x.to_integral(ROUND_UP)','x.to_integral_exact(rounding=ROUND_CEILING)','D("123456789").to_eng_string()','D("1.23E+7").to_eng_string()','D("0E+5").to_eng_string()','x.sqrt()','D(2).sqrt()','D(-1).sqrt()','D(2).ln()','D(2).log10()','D(1).exp()','D(0).ln()','D(100).log10()','x.max(y)','x.fma(2,3)','x.compare(y)','x.compare("1")','x.scaleb(2)','x.logb()','D(0).logb()','D("1e400000").exp()','D(10)**1000000','D(1)/3','D(1)/0','D(0)/0','D(1)//0','D(1)%0','D("inf")-D("inf")','D("inf")*0','D("1e999999")*10','D("1e-999999")/10**30','D(5).number_class()','D("1E-1000010").number_class()','x.next_plus()','x.next_minus()','x.next_toward(9)','D(7).remainder_near(4)','D(1).same_quantum(D(3))','D("1.0").same_quantum(1)','x.copy_sign(-1)','x.copy_negate()','x.copy_abs()','D(12).rotate(1)','D(12).shift(2)','D(1100).logical_and(1010)','D(1).logical_invert()','x.normalize()','D("100").normalize()','D("1.500").normalize()','str(D("1E+3")),repr(D("0.0000001")),str(D("0.000001"))','D(2)**0.5','D(2)**D("0.5")','D(4)**D("0.5")','D(2)**-1','D(3)**-2','D("1.1")**20','D("1.0")**5','D(-2)**3','D(-8)**(D(1)/3)','D(0)**0','D(0)**-1','D(10)**D("0.30103")','D(2)**1000','D("0.5")**100000','D(9)**D("0.5")', 'D("1.23456789012345678901234567890")+0','x.exp(5)','x.compare()','D(3).quantize()','D(5).is_normal(context=ExtendedContext)','x.__sizeof__()>0','D("1e5").__round__(-3)','int(D("1e30"))','D(True)','x.__format__(5)','D(3).__floor__()','divmod(D(7),0)','D(5)-D("sNaN")','D("Infinity")//1','1//D(3)','5%D(3)','divmod(5,D(3))','D(3)<<1', '~D(1)']:
    try: print(op, '->', eval(op))
    except BaseException as e: print(op, '->', type(e).__name__, e)
for f in ['','.2f','10.3f','<10','>10','^10','=+10','+','-',' ','010','010.2f',',','015,.2f','012,','e','.3e','E','.0e','g','.3g','G','%','.1%','n','*^12','é>9','.10','08','+,.3e','\x00>5', '.0f','020,','021,']:
    for v in ['1234567.891','-0.00001','0','-0.04','1E+10','NaN','-Infinity','0E-8','0E+3','999.995','12','-1234.5']:
        try: print(f, v, repr(format(D(v), f)))
        except BaseException as e:
            if isinstance(e, ModuleNotFoundError): continue
            print(f, v, type(e).__name__, e)
c = Context(prec=5); print(c); 
def sa(o,n,v): setattr(o,n,v); return getattr(o,n)
for n,v in [('prec',0),('prec',10),('prec','x'),('prec',1.5),('Emin',1),('Emin',-5),('Emax',-1),('Emax',7),('rounding','x'),('rounding',ROUND_UP),('rounding',5),('capitals',2),('capitals',0),('clamp',3),('clamp',1),('traps',5),('traps',{}),('flags',{}),('foo',1),('prec',2**70)]: t(sa,c,n,v)
def da(o,n): delattr(o,n)
t(da,c,'prec'); print(c)
print(c.flags, c.traps == Context().traps, len(c.flags), list(c.traps)==list(c.flags), c.flags[Inexact], c.flags.copy()); t(lambda: c.flags[5]); c.flags[Inexact]=True; print(c.flags[Inexact], c.flags); 
def ds(): del c.flags[Inexact]
t(ds); t(c.flags.__eq__, 5); print(c.flags == c.flags.copy(), Inexact in c.flags, c.flags.get(Rounded), dict(c.flags)==c.flags.copy(), type(c.flags)); t(type(c.flags).__mro__.__repr__)
t(hash, c.flags); c.clear_flags(); c.clear_traps(); print(c)
t(Context, 1,2); t(Context, foo=1); t(Context, traps=[Inexact, 5]); t(Context, flags=[Inexact]); print(Context(traps=[Inexact, Rounded], flags=[Overflow]).__reduce__()); c2=copy.copy(c); print(c2, c2 is c); print(pickle.loads(pickle.dumps(Context(prec=7,traps=[Inexact]))))
with localcontext() as l: l.prec=4; print(D(1)/3, getcontext() is l)
print(D(1)/3)
with localcontext(prec=3, rounding=ROUND_UP): print(D(1)/3)
with localcontext(BasicContext) as l: print(D(2)/3, l)
t(localcontext, 5); t(localcontext, x=1); t(setcontext, 5); setcontext(ExtendedContext); print(getcontext(), getcontext() is ExtendedContext, D(1)/0, getcontext().flags[DivisionByZero]); setcontext(Context(prec=6)); print(D(2).sqrt())
c=Context(traps=[FloatOperation]); setcontext(c); t(lambda: D(1)<1.5); t(D, 1.5); t(lambda: D(1)==1.5); print(c.flags[FloatOperation]); t(c.create_decimal, 1.5); t(c.create_decimal_from_float, 1.5); setcontext(Context())
for e in (DecimalException, InvalidOperation, FloatOperation, DivisionByZero, Overflow, Underflow, Subnormal, Inexact, Rounded, Clamped, ConversionSyntax, DivisionImpossible, DivisionUndefined, InvalidContext): print(e, e.__mro__)
try: D('x')
except InvalidOperation as e: print(e.args, repr(e))
class S(D):
    def __new__(cls, v, tag=None): s = super().__new__(cls, v); s.tag=tag; return s
s=S('1.5','q'); print(s, repr(s), type(s+1), type(-s), s.tag, S.from_float(2.5), type(S.from_float(2.5)), type(s.copy_abs()), copy.copy(s) is s, pickle.loads(pickle.dumps(s)).__class__, type(D(s)), s==D('1.5'), {s:1}[D('1.5')])
print(DecimalTuple, DecimalTuple(0,(1,),2), D(DecimalTuple(1,(1,2),-1)), D('1').as_tuple()._asdict())
print(sorted(n for n in dir(decimal) if n[0]!='_'), decimal.__version__)
from math import *
print(math.sqrt(D(2)), sin(D(1)), '%.3f %d %s' % (D('1.2345'), D('9.9'), D(3)), f'{D("1.5"):>8}|', '{:.1f}'.format(D('2.25')), math.fsum([D('0.1')]*3), statistics_ok := True)
