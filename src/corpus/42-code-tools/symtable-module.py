# The symtable module: kinds of tables and symbols of a program.
import symtable

SRC = '''
import os
from a import b as c
glob = 1
def outer(p, q=1, *args, k, **kw):
    global glob, made
    loc = p
    cell = 2
    def inner():
        nonlocal cell
        free = loc + cell
        return [x for x in free if y]
    class K:
        attr = loc
        def m(self): return __class__, super()
    return lambda z: z + loc
class C[T](Base):
    annotated: int
    assigned: int = 2
    def f[U: T](self, x: U) -> T: return x
    __private = 1
type Alias[V] = list[V]
def gen(): yield
gx = (i for i in glob)
'''


def show(t, depth=0):
    pad = '  ' * depth
    print(pad, t.get_type(), t.get_name(), t.get_lineno(), t.is_optimized(), t.is_nested(), t.has_children())
    for s in sorted(t.get_symbols(), key=lambda s: s.get_name()):
        flags = [n for n in ('referenced', 'parameter', 'global', 'nonlocal', 'declared_global', 'local', 'annotated', 'free', 'imported', 'assigned', 'namespace') if getattr(s, 'is_' + n)()]
        print(pad, '  ', s.get_name(), flags, len(s.get_namespaces()), repr(s))
    if t.get_type() == 'function':
        print(pad, '  ', [sorted(x) for x in (t.get_parameters(), t.get_locals(), t.get_globals(), t.get_nonlocals(), t.get_frees())])
    if t.get_type() == 'class':
        print(pad, '  ', t.get_methods())
    for c in t.get_children():
        show(c, depth + 1)


top = symtable.symtable(SRC, '?', 'exec')
show(top)
print(repr(top), top.lookup('glob'), sorted(top.get_identifiers()))
try:
    top.lookup('nope')
except KeyError as e:
    print('KeyError', e)
print(top.lookup('outer').get_namespace())
print(top.lookup('C').get_namespaces())
try:
    top.lookup('os').get_namespace()
except ValueError as e:
    print(e)
show(symtable.symtable('x + y', 'f', 'eval'))
show(symtable.symtable('x = y', 'f', 'single'))
for bad in (('x y', 'f', 'exec'), ('x', 'f', 'nope'), (5, 'f', 'exec'), ('x', 5, 'exec'), ('x', 'f', 5), ('def f(a):\n global a', 'f', 'exec'), ('x\0', 'f', 'exec'), ('from __future__ import nope', 'f', 'exec')):
    try:
        symtable.symtable(*bad)
    except SyntaxError as e:
        print(type(e).__name__, e.args)
    except Exception as e:
        print(type(e).__name__, e)
import _symtable
e = _symtable.symtable('a', 'f', 'exec')
print(type(e), e.name, e.type, e.lineno, e.nested, e.varnames, e.children, e.symbols, isinstance(e.id, int))
print(sorted((k, v) for k, v in vars(_symtable).items() if k.isupper()))
