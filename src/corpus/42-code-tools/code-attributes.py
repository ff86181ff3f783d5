# Attributes of code objects, their tables, and replace() with what it refuses.
def outer(a, b, /, c, *args, d=4, **kw):
    x = 1

    def inner(y):
        nonlocal x
        x = y + a
        return x

    try:
        with a as z:
            yield inner(
                b
            )
    except* ValueError:
        pass


co = outer.__code__
inner = co.co_consts[2]
for c in (co, inner, compile('1', 'f', 'eval'), compile('async def f(): await g()', 'f', 'exec').co_consts[0]):
    for n in sorted(dir(c)):
        if n.startswith('co_') and n not in ('co_lnotab',):
            v = getattr(c, n)
            if n == 'co_consts':
                v = [x if not hasattr(x, 'co_name') else x.co_name for x in v]
            elif n in ('co_lines', 'co_positions'):
                v = list(v())
            print(n, v if not callable(v) else '')
print(repr(inner).split(' at ')[0], hash(inner) == hash(outer.__code__.co_consts[2]), inner == inner.replace(), inner is inner.replace())
print(co == inner, inner != co, inner == 5)
r = inner.replace(co_name='renamed', co_firstlineno=50, co_filename='other.py', co_qualname='a.b')
print(r.co_name, r.co_firstlineno, r.co_filename, r.co_qualname, r == inner)
print(list(r.co_lines()) == list(inner.co_lines()), [a[2] for a in r.co_lines()])


def attempt(**kw):
    try:
        c = inner.replace(**kw)
        print(kw, 'ok', c.co_name)
    except Exception as e:
        print(kw, type(e).__name__, e)


attempt(co_argcount=-1)
attempt(co_argcount=100)
attempt(co_argcount='x')
attempt(co_posonlyargcount=5)
attempt(co_stacksize=-1)
attempt(co_flags=-1)
attempt(co_code='x')
attempt(co_code=b'abc')
attempt(co_consts=[1])
attempt(co_names=('a', 1))
attempt(co_names=['a'])
attempt(co_varnames=('a',))
attempt(co_varnames=('y', 'extra'))
attempt(co_nlocals=7)
attempt(co_freevars=('a', 'x', 'z'))
attempt(co_cellvars=('q',))
attempt(co_name=5)
attempt(co_filename=None)
attempt(co_linetable='x')
attempt(co_exceptiontable=3)
attempt(bogus=1)
attempt(co_firstlineno=-5)
try:
    inner.replace(1)
except TypeError as e:
    print(e)
try:
    co.co_name = 'x'
except AttributeError as e:
    print(e)


def h():
    return 1


h.__code__ = h.__code__.replace(co_consts=(None, 42))
print(h())
try:
    h.__code__ = inner
except ValueError as e:
    print(e)
CodeType = type(co)
try:
    CodeType()
except TypeError as e:
    print(e)
made = CodeType(0, 0, 0, 0, 1, 3, b'\x97\x00d\x00S\x00', (99,), (), (), 'f.py', 'name', 'qual.name', 7, b'', b'')
print(eval(made), made.co_qualname, list(made.co_lines()), list(made.co_positions()))
for args in ((0, 0, 0, 0, 1, 3, b'\x97', (99,), (), (), 'f.py', 'name', 'q', 7, b'', b''),
             (-1, 0, 0, 0, 1, 3, b'', (99,), (), (), 'f.py', 'name', 'q', 7, b'', b''),
             (2, 0, 0, 1, 1, 3, b'', (99,), (), ('a',), 'f.py', 'name', 'q', 7, b'', b'')):
    try:
        print(CodeType(*args))
    except Exception as e:
        print(type(e).__name__, e)
print(co._varname_from_oparg(0), co.co_varnames[0])
