# cmath on a grid of ordinary and special values; the inverse normal distribution.
import cmath, math, random, _statistics
from math import inf, nan
vals=[-inf,-2.5,-0.0,1e-310,700.,inf,nan]
random.seed(5)
def near(a):
    return '%.12g' % a
for fn in 'acos acosh asin asinh atan atanh cos cosh exp log log10 sin sinh sqrt tan tanh polar phase isfinite isnan isinf'.split():
    f=getattr(cmath,fn)
    for a in vals:
        for b in vals:
            if fn in ('sin','cos','tan') and (abs(a)>1e100) or fn in('sinh','cosh','tanh','exp') and abs(b)>1e100: continue
            try: z=f(complex(a,b))
            except Exception as e: z=str(e)
            if isinstance(z,complex): z=near(z.real),near(z.imag)
            elif isinstance(z,tuple): z=near(z[0]),near(z[1])
            elif type(z) is float: z=near(z)
            print(fn,a,b,z)
for r in vals:
    for p in vals:
        if abs(p)>1e100: continue
        try: z=cmath.rect(r,p)
        except Exception as e: z=e
        print('rect',r,p,'%.12g %.12g' % (z.real, z.imag) if isinstance(z, complex) else z)
def t(f,*a,**k):
    try: print(f(*a,**k))
    except Exception as e: print(type(e).__name__,e)
class C:
    def __complex__(self): return 1+2j
class F:
    def __float__(self): return 2.5
class I:
    def __index__(self): return 3
class X:
    def __complex__(self): return 1.0
for v in (C(),F(),I(),X(),'1',None,2**2000,True): t(cmath.sqrt,v)
t(cmath.log,8,2); t(cmath.log,0); t(cmath.log,1,0); t(cmath.log,2,1); t(cmath.log,1j,'x'); t(cmath.log, 1, 1+1j); t(cmath.polar,1e308+1e308j*2); t(cmath.polar,complex(1.7e308,1.7e308))
t(cmath.isclose,1,1+1e-10j); t(cmath.isclose,1,1.1,rel_tol=.2); t(cmath.isclose,1,1,rel_tol=-1); t(cmath.isclose,inf,inf); t(cmath.isclose,a=1,b=2); t(cmath.isclose,1)
for n in ('pi','e','tau','inf','nan','infj','nanj'): print(getattr(cmath,n))
for p in (0,1,.5,.001,.999,1e-10,1e-300,.1,nan): t(_statistics._normal_dist_inv_cdf,p,1.5,2)
