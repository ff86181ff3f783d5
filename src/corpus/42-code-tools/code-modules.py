# codeop, code, py_compile and compileall: interactive input, and bytecode files.
import code
import codeop
import compileall
import importlib.util
import os
import py_compile
import sys

for src in ('x = 1', 'if x:', 'if x:\n  y', 'if x:\n  y\n', 'x = (', 'x y', "'''a", '', '# c', 'def f():', 'def f():\n  pass\n', '@d', 'a = \\', 'for x in y:\n  z\nelse:', 'x = 1;', 'lambda', 'x = "a', 'try: a', '1 +', 'match x:', ')', 'class C:\n  def f(self):\n    pass\n', 'return', 'if 1:\n x\n  y'):
    try:
        c = codeop.compile_command(src)
        print(repr(src), 'incomplete' if c is None else c.co_flags)
    except SyntaxError as e:
        print(repr(src), type(e).__name__, e.msg, e.lineno, e.offset)
    except Exception as e:
        print(repr(src), type(e).__name__, e)
c = codeop.CommandCompiler()
print(c('from __future__ import annotations').co_flags, c('x: y').co_flags)
compiler = codeop.Compile()
print(compiler('1', 'f', 'eval').co_flags)
print(codeop.compile_command('x', 'name', 'eval'), codeop.PyCF_DONT_IMPLY_DEDENT)

console = code.InteractiveInterpreter({'v': 5})
print(console.runsource('v + 1'), console.runsource('if v:'), console.runsource('w = v * 2\n'), console.runsource('w'))
sys.stderr = sys.stdout
console.runsource('1 / 0')
console.runsource('x y')
console.runsource('def f():\n  return nope\n')
console.runsource('f()')
console.write('direct\n')
lines = iter(['a = 2', 'for i in range(a):', '    print(i)', '', 'a *', 'a', 'raise KeyError(a)'])


def readline(prompt):
    print(prompt, end='')
    try:
        line = next(lines)
    except StopIteration:
        raise EOFError
    print(line)
    return line


code.interact('banner', readline, {'__name__': 'there'}, 'bye')
sys.stderr = sys.__stderr__

os.mkdir('pkg')
for name, text in (('a', 'x = 1\nprint("running a", __file__.endswith("a.py"))\n'), ('b', 'x = (\n'), ('c', '"doc"\nassert 0\n')):
    with open(f'pkg/{name}.py', 'w') as f:
        f.write(text)
print(os.path.relpath(py_compile.compile('pkg/a.py')))
print(py_compile.compile('pkg/a.py', cfile='a.out', dfile='shown.py', doraise=True))
print(open('a.out', 'rb').read(4) == importlib.util.MAGIC_NUMBER)
try:
    py_compile.compile('pkg/b.py', doraise=True)
except py_compile.PyCompileError as e:
    print(type(e), e.exc_type_name, e.file, e)
sys.stderr = sys.stdout
print(py_compile.compile('pkg/b.py'))
sys.stderr = sys.__stderr__
print(py_compile.compile('pkg/c.py', optimize=2))
print(py_compile.compile('pkg/c.py', invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH))
print(compileall.compile_dir('pkg', quiet=1, force=True))
print(compileall.compile_file('pkg/a.py', quiet=2), compileall.compile_dir('pkg', maxlevels=0, quiet=2, optimize=1))
print(sorted(os.listdir('pkg/__pycache__')))
sys.path.insert(0, 'pkg')
import a
print(a.__cached__.endswith('a.cpython-312.pyc'), importlib.util.cache_from_source('q.py'), importlib.util.source_from_cache('__pycache__/q.cpython-312.opt-1.pyc'))
import marshal
with open('pkg/__pycache__/c.cpython-312.opt-2.pyc', 'rb') as f:
    raw = f.read()
print(raw[:4] == importlib.util.MAGIC_NUMBER, marshal.loads(raw[16:]).co_consts)
