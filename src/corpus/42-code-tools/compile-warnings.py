# Warnings of the compiler: shown, or made into errors, and where they point.
import warnings
x = True
print(~x)
def f():
    return ~False
print(eval('~True'), f())
warnings.simplefilter('error')
try:
    ~x
except DeprecationWarning as e: print('E', e)
for src in ["'\\d'", "x is 1", "1()", "~True", "\n '\\d' + 1()", "0x1for x in 2", "1 +\n '\\z'"]:
    try: print(compile(src, 'f', 'exec').co_consts)
    except SyntaxError as e: print(repr(e), e.lineno, e.offset, e.text)
warnings.resetwarnings()
warnings.simplefilter('default')
for src in ["'\\d'", "x is 1", "1()", "~True", "'\\d' + 1()", "0x1for x in 2", "'\\d' 1 +"]:
    try: print(compile(src, 'f', 'exec').co_consts)
    except SyntaxError as e: print(repr(e), e.lineno, e.offset, e.text)
