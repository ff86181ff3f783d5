def f(): return g() + 1
def g():
    breakpoint()
    return 41
print(f())
import sys
def hook(*a, **k): print('hook', a, k); return 'r'
sys.breakpointhook = hook
print(breakpoint(1, x=2))
sys.breakpointhook = sys.__breakpointhook__
import os
os.environ['PYTHONBREAKPOINT'] = '0'
print(breakpoint())
os.environ['PYTHONBREAKPOINT'] = 'builtins.print'
breakpoint('hello', end='!\n')
os.environ['PYTHONBREAKPOINT'] = 'nope.nope'
breakpoint()
os.environ['PYTHONBREAKPOINT'] = 'len'
try: breakpoint()
except TypeError as e: print(e)
os.environ['PYTHONBREAKPOINT'] = 'os.nope'
breakpoint()
del sys.breakpointhook
try: breakpoint()
except RuntimeError as e: print(e)
