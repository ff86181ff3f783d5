# sys.setrecursionlimit, and how deep a traceback is
import sys
def attempt(name, f):
    try: r = f(); print(name, 'returned', type(r).__name__)
    except RecursionError as e: print(name, '->', e)
    except BaseException as e: print(name, '!!', type(e).__name__, e)
sys.setrecursionlimit(50)
def depth(n): return depth(n + 1)
attempt('low', lambda: depth(0))
sys.setrecursionlimit(1000)
def count(n=0):
    try: return count(n + 1)
    except RecursionError: return n
print(count())
for bad in (0, -1, 'a', 2**40, 3):
    try: sys.setrecursionlimit(bad)
    except Exception as e: print(type(e).__name__, e)
async def co(): await co()
try: co().send(None)
except RecursionError as e: print(e)
class T:
    def __del__(self): T()
def tb(): tb()
try: tb()
except RecursionError as e:
    n = 0; t = e.__traceback__
    while t: n += 1; t = t.tb_next
    print(n)
tb()
