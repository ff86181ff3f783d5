import sys, warnings
sys.stderr = sys.stdout
warnings.warn("first"); warnings.warn("dep", DeprecationWarning); warnings.warn(UserWarning("inst")); warnings.warn("pending", PendingDeprecationWarning)
for _ in range(2): warnings.warn("once here")
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always"); warnings.warn("a"); warnings.warn("b", RuntimeWarning, stacklevel=1)
    print([(str(x.message), x.category.__name__, x.lineno) for x in w])
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try: warnings.warn("boom", RuntimeWarning)
    except RuntimeWarning as e: print("raised", e)
    warnings.filterwarnings("ignore", message="skip.*"); warnings.warn("skip me")
for code in ("warnings.warn('x', int)", "warnings.warn()", "warnings.simplefilter('nope')", "warnings.filterwarnings('ignore', category=5)", "warnings.warn(5)", "warnings.simplefilter('ignore', lineno=-1)"):
    try: eval(code); print("ok", code)
    except Exception as e: print(code, type(e).__name__, e)
def old(): warnings.warn("old is deprecated", DeprecationWarning, stacklevel=2)
old(); warnings.showwarning = lambda m, c, f, l, *a: print("shown", m, c.__name__, l); warnings.warn("custom"); print(warnings.formatwarning("m", UserWarning, "f.py", 3, "src"))
warnings.warn_explicit("explicit", UserWarning, "file.py", 7); warnings.resetwarnings(); print(len(warnings.filters))
