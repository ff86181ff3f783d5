# math on ordinary and special values.
import math, itertools, functools, collections, operator, random, struct, bisect, heapq, binascii, json, csv, io, copy, pickle, sys
def t(f,*a,**k):
    try: print(repr(f(*a,**k))[:300])
    except BaseException as e: print(type(e).__name__,e)
# math
for n in 'acos acosh asin asinh atan atanh cbrt ceil cos cosh degrees erf erfc exp exp2 expm1 fabs floor frexp gamma isfinite isinf isnan lgamma log log10 log1p log2 modf radians sin sinh sqrt tan tanh trunc ulp'.split():
    f=getattr(math,n)
    for v in (0,-0.0,0.5,1,-1,2.5,-3.7,100,1e308,-1e308,1e-320,float('inf'),float('-inf'),float('nan'),10**400,'x',None,True):
        try: r=f(v); r=('%.12g'%r if isinstance(r,float) else r)
        except BaseException as e: r=type(e).__name__+' '+str(e)
        print(n,v if v!=10**400 else 'huge',r)
for a in [(5,2),(-7,3),(7.5,-2),(1e20,3),(float('inf'),2),(3,float('inf')),(0,0),(2,0.5),(-8,1/3),(0,-1),(1,float('nan')),(float('nan'),0),(1e300,2),(-2,3)]:
    for n in 'pow fmod remainder copysign atan2 hypot nextafter ldexp dist isclose'.split():
        f=getattr(math,n)
        try: r=f(*a) if n!='dist' else f(a,(1,1)); r='%.13g'%r if isinstance(r,float) else r
        except BaseException as e: r=type(e).__name__+' '+str(e)
        print(n,a,r)
for e in ['math.comb(10,3)','math.comb(100,50)','math.comb(5,10)','math.comb(-1,2)','math.comb(2.0,1)','math.perm(5,2)','math.perm(5)','math.perm(-1)','math.perm(3,5)','math.factorial(20)','math.factorial(-1)','math.factorial(5.0)','math.gcd()','math.gcd(12,18,27)','math.gcd(2.0)','math.lcm(4,6)','math.lcm()','math.lcm(0,5)','math.isqrt(10**40)','math.isqrt(-1)','math.isqrt(2.0)','math.fsum([.1]*10)','math.fsum([1e308,1e308,-1e308])','math.fsum([1e308,1e308])','math.fsum([float("inf"),float("-inf")])','math.fsum("x")','math.prod([1,2,3])','math.prod([],start=5)','math.prod([2,.5,"x"])','math.sumprod([1,2],[3,4])','math.sumprod([1],[1,2])','math.sumprod([.1]*3,[.1]*3)','math.sumprod([1,2.5],[True,2])','math.sumprod([10**20],[10**20])','math.sumprod(["a"],[2])','math.sumprod(1,2)','math.hypot(3,4)','math.hypot()','math.hypot(1,2,3)','math.hypot(1e308,1e308)','math.hypot(5e-324,5e-324)','math.dist([1,2],[3,4])','math.dist([1],[1,2])','math.dist(1,2)','math.nextafter(1,2,steps=3)','math.nextafter(1,2,steps=-1)','math.nextafter(0,1,steps=10**30)','math.ulp(1e300)','math.log(8,2)','math.log(10**1000)','math.log(0)','math.log(-1)','math.log(10,1)','math.log()','math.log2(2**1000)','math.log10(10**500)','math.ldexp(1,10**30)','math.ldexp(1,-10**30)','math.ldexp(0.75,1025)','math.modf(-2.5)','math.frexp(5e-324)','math.trunc("x")','math.floor(1e300)==int(1e300)','math.ceil(-0.5)','math.isclose(1,1+1e-10)','math.isclose(1,2,rel_tol=-1)','math.pi,math.e,math.tau,math.inf,math.nan','math.cbrt(27)','math.exp2(10)','math.exp(1000)','math.sqrt(-1)','math.gamma(-1)','math.gamma(171.5)','math.gamma(172)','math.lgamma(0)','math.sin(math.inf)','math.pow(2,3,4)','math.sin()','math.hypot("a")']:
    try: r=eval(e)
    except BaseException as x: r=type(x).__name__+' '+str(x)
    print(e,r)
