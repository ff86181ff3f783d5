# Decimal operations by chance, in contexts by chance, with the flags they leave.
import decimal, random, operator, sys, math, numbers, fractions, pickle, copy
from decimal import *
D = Decimal
random.seed(99)
def t(f, *a, **k):
    try: r = f(*a, **k)
    except BaseException as e: return f'{type(e).__name__} {e}'
    return repr(r)
def rnd():
    k = random.random()
    if k < .04: return random.choice(['NaN','sNaN','-NaN12','sNaN99','Inf','-Inf','NaN123456789'])
    if k < .1: return random.choice(['0','-0','0E+5','-0E-7','0E-30','0E+40'])
    if k < .15: return random.choice(['1','-1','1.000','10','100','0.1','1E+5','1E-5','9.99','5','2','-2','0.5'])
    n = random.choice([1,2,3,5,9,10,16])
    c = ''.join(random.choice('0123456789') for _ in range(n))
    if random.random()<.2: c = c.replace('3','9').replace('4','0')
    if random.random()<.1: c='1'+'0'*n
    s = random.choice(['','-'])+c
    e = random.choice([0,0,-1,-2,-3,-5,-8,1,2,5,-n,-n-2,12,-14])
    return f'{s}E{e}' if e else s
ROUND=[ROUND_UP,ROUND_DOWN,ROUND_CEILING,ROUND_FLOOR,ROUND_HALF_UP,ROUND_HALF_DOWN,ROUND_HALF_EVEN,ROUND_05UP]
def ctx():
    c = Context(prec=random.choice([1,2,3,5,9,16]), rounding=random.choice(ROUND), Emin=random.choice([-999999,-12,-5,0]), Emax=random.choice([999999,12,6,3]), clamp=random.choice([0,0,1]), capitals=random.choice([0,1]), traps=[])
    return c
un='abs exp ln log10 minus next_minus next_plus normalize plus to_integral to_integral_exact to_integral_value sqrt logb logical_invert number_class to_sci_string to_eng_string copy_abs copy_negate is_normal is_subnormal is_zero is_nan is_snan is_qnan is_signed is_finite is_infinite create_decimal _apply canonical copy_decimal'.split()
bi='add compare compare_signal divide divide_int divmod max max_mag min min_mag multiply next_toward quantize remainder remainder_near subtract power compare_total compare_total_mag copy_sign logical_and logical_or logical_xor rotate same_quantum scaleb shift'.split()
N=400
for i in range(N):
    c = ctx(); a=D(rnd()); b=D(rnd())
    if random.random()<.1: b=D(random.randrange(-12,13))
    if random.random()<.05: a=D(random.choice(['1011','110','1','0','111111'])); b=D(random.choice(['1','101','11']))
    m = random.choice(un+bi*2+['fma','powmod'])
    if m in un: r=t(getattr(c,m),a); args=(a,)
    elif m=='fma': z=D(rnd()); args=(a,b,z); r=t(c.fma,a,b,z)
    elif m=='powmod': z=D(rnd()); args=(a,b,z); r=t(c.power,a,b,z)
    else: args=(a,b); r=t(getattr(c,m),a,b)
    print(i,m,args,r,c)
