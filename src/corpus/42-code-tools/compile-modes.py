# compile() with all modes and flags, and what it refuses.
import __future__
import ast


def attempt(*args, **kw):
    try:
        c = compile(*args, **kw)
        print(args, kw, c.co_flags if hasattr(c, 'co_flags') else ast.dump(c))
        return c
    except SyntaxError as e:
        print(args, kw, type(e).__name__, e.args)
    except Exception as e:
        print(args, kw, type(e).__name__, e)


attempt('x = 1', 'f', 'exec')
attempt('x = 1', 'f', 'eval')
attempt('x', 'f', 'eval')
attempt('  \tx', 'f', 'eval')
attempt('x\n\n', 'f', 'eval')
attempt('x; y', 'f', 'single')
attempt('x\ny', 'f', 'single')
attempt('x\n# c\n', 'f', 'single')
attempt('if x:\n  y', 'f', 'single')
attempt('if x:\n  y\n', 'f', 'single')
attempt('', 'f', 'single')
attempt('', 'f', 'eval')
attempt('', 'f', 'exec')
attempt('# c', 'f', 'single')
attempt('x', 'f', 'nope')
attempt('x', 'f', 'nope', ast.PyCF_ONLY_AST)
attempt('x', 'f', 'func_type')
attempt('(int, *str, **dict) -> list', 'f', 'func_type', ast.PyCF_ONLY_AST)
attempt('() -> None', 'f', 'func_type', ast.PyCF_ONLY_AST)
attempt('(int, str) -> list[int]\n', 'f', 'func_type', ast.PyCF_ONLY_AST)
attempt('int -> str', 'f', 'func_type', ast.PyCF_ONLY_AST)
attempt('x', 'f', 'exec', ast.PyCF_ONLY_AST)
attempt('x + 1', 'f', 'eval', ast.PyCF_ONLY_AST)
attempt('x', 'f', 'single', ast.PyCF_ONLY_AST)
attempt('x', 'f', 'exec', 1 << 30)
attempt('x', 'f', 'exec', 0x8000)
attempt('x', 'f', 'exec', 0x100)
attempt('x', 'f', 'exec', 1 << 40)
attempt('x', 'f', 'exec', 'a')
attempt('x', 'f', 'exec', 1.5)
attempt('x', 'f', 'exec', optimize=3)
attempt('x', 'f', 'exec', optimize=-2)
attempt('x', 'f', 'exec', dont_inherit='yes')
attempt('x', 'f', 5)
attempt('x', 5, 'exec')
attempt('x', None, 'exec')
attempt('x', b'bytes.py', 'exec')
attempt('x', 'nul\0', 'exec')
attempt(5, 'f', 'exec')
attempt(None, 'f', 'exec')
attempt(b'x', 'f', 'exec')
attempt(bytearray(b'x'), 'f', 'exec')
attempt(memoryview(b'x'), 'f', 'exec')
attempt('x\0', 'f', 'exec')
attempt(b'x\0', 'f', 'exec')
attempt('\ud800', 'f', 'exec')
attempt('x', 'f')
attempt(source='x', filename='f', mode='exec', bogus=1)
attempt('await x', 'f', 'exec')
attempt('await x', 'f', 'exec', ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
attempt('async for a in b: pass', 'f', 'exec', ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
attempt('[a async for a in b]', 'f', 'eval', ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
attempt('yield 1', 'f', 'exec', ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
attempt('if x:\n  y', 'f', 'single', 0x200)
attempt('if x:\n  y\n', 'f', 'single', 0x200)
attempt('if x:', 'f', 'single', 0x4000)
attempt('(', 'f', 'exec', 0x4000)
attempt("'''a", 'f', 'exec', 0x4000)
attempt('x = ', 'f', 'exec', 0x4000)
attempt('def f():\n  ', 'f', 'exec', 0x4000)
attempt('x <> y', 'f', 'exec', __future__.barry_as_FLUFL.compiler_flag)
attempt('x != y', 'f', 'exec', __future__.barry_as_FLUFL.compiler_flag)
attempt('x <> y', 'f', 'exec')
for name in __future__.all_feature_names:
    feature = getattr(__future__, name)
    c = attempt('def f(a: b): pass', 'f', 'exec', feature.compiler_flag)
src = 'def f(a: b):\n  "doc"\n  assert a\n  if __debug__: c\n'
for level in (-1, 0, 1, 2):
    c = compile(src, 'f', 'exec', optimize=level).co_consts[1 if level >= -1 else 0]
    f = compile(src, 'f', 'exec', optimize=level)
    inner = [k for k in f.co_consts if hasattr(k, 'co_code')][0]
    print(level, inner.co_consts, len(inner.co_code), inner.co_names)
# Flags of the code that calls are inherited.
ns = {}
exec('from __future__ import annotations\nc = compile("x: y", "f", "exec")\nd = compile("x: y", "f", "exec", dont_inherit=True)\nexec("def g(a: nope): pass", globals())', ns)
print(ns['c'].co_flags, ns['d'].co_flags, ns['g'].__annotations__)
print(eval(' \t 1 + 2'), eval(b'3'), eval(compile('4', '', 'eval')), exec('5'))
for bad in ('1\n2', 'x = 1', '', '(', 'yield', '1 +'):
    try:
        print(eval(bad))
    except SyntaxError as e:
        print(e.args)
