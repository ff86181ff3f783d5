# The dis module: all its functions, over functions, classes, texts, generators, code and tracebacks.
import dis
import io
import opcode


def f(a, b=2, *args, c, **kw):
    """Doc."""
    total = 0
    for x in a:
        if x > b:
            total += x
        else:
            continue
    try:
        return total + g(x)
    except ValueError as e:
        raise KeyError from e
    finally:
        print(c, kw)


def g(n):
    def inner():
        return n * 2
    return [inner() for _ in range(n)]


async def co(x):
    async with x as y:
        await y
    async for z in y:
        yield z


class C:
    attr = 1

    def method(self):
        return super().method() + self.attr


dis.dis(f)
dis.dis(g, depth=0)
dis.dis(g, show_caches=True)
dis.dis(co)
dis.dis(C)
dis.dis("x = [i for i in y if i]\nmatch x:\n case {'a': 1, **r}: pass\n case C(q=2) | None: pass")
dis.dis('lambda: (yield)')
dis.dis(g.__code__.co_code)
dis.dis((i for i in ()))
dis.dis(C().method)
dis.dis(compile('a.b.c[d] = e', '<s>', 'exec'))
out = io.StringIO()
dis.dis(g, file=out)
print(len(out.getvalue().splitlines()))
try:
    dis.dis(5)
except TypeError as e:
    print(e)
try:
    f([1], c=3, b='s')
except TypeError:
    import sys
    sys.last_traceback = sys.exc_info()[2]
    dis.distb(sys.exc_info()[2].tb_next or sys.exc_info()[2])
dis.disassemble(g.__code__, 2)
dis.disco(g.__code__)
print(dis.code_info(f))
print(dis.code_info('x = 1'))
dis.show_code(co)
print(dis.pretty_flags(0x47), dis.pretty_flags(0x2000000), dis.pretty_flags(0))
for i in dis.get_instructions(f):
    print(i.opname, i.opcode, i.arg, i.argval if not hasattr(i.argval, 'co_code') else 'code', i.argrepr[:9], i.offset, i.starts_line, i.is_jump_target, i.positions)
print(list(dis.get_instructions('a + 1'))[2])
print(list(dis.get_instructions(g, first_line=100, show_caches=True))[-1].starts_line)
print(list(dis.findlinestarts(f.__code__)), dis.findlabels(f.__code__.co_code))
b = dis.Bytecode(g)
print(b.codeobj is g.__code__, b.first_line, len(list(b)), repr(b)[:12])
print(b.info() == dis.code_info(g))
print(dis.Bytecode(g, first_line=50, current_offset=4).dis())
print(dis.Bytecode('x = y', show_caches=True, adaptive=True).dis())
try:
    1 / 0
except ZeroDivisionError as e:
    print(dis.Bytecode.from_traceback(e.__traceback__).current_offset > 0)
for op in ('NOP', 'LOAD_CONST', 'BUILD_LIST', 'FOR_ITER', 'CALL', 'POP_JUMP_IF_TRUE', 'UNPACK_EX', 'BUILD_MAP', 'RETURN_VALUE', 'SEND', 'LOAD_ATTR', 'COPY'):
    n = dis.opmap[op]
    if n >= dis.HAVE_ARGUMENT:
        print(op, [dis.stack_effect(n, a) for a in (0, 1, 2, 3, 258)], dis.stack_effect(n, 1, jump=True), dis.stack_effect(n, 1, jump=False))
    else:
        print(op, dis.stack_effect(n))
for bad in ((1000,), (dis.opmap['LOAD_CONST'],), (dis.opmap['NOP'], 1), (dis.opmap['CALL'], 1, 3), ('x',)):
    try:
        print(dis.stack_effect(*bad) if len(bad) < 3 else dis.stack_effect(bad[0], bad[1], jump=bad[2]))
    except Exception as e:
        print(type(e).__name__, e)
print(dis.COMPILER_FLAG_NAMES, dis.cmp_op, dis.HAVE_ARGUMENT, dis.EXTENDED_ARG)
print(len(dis.opname), sorted(dis.hasjrel), dis.hasjabs, dis.hasfree, dis.haslocal, dis.hasname, dis.hasconst, dis.hascompare, dis.hasexc, len(dis.hasarg))
print(opcode.opname[100], opcode.opmap['RESUME'], opcode.is_pseudo(256), opcode.hasnargs if hasattr(opcode, 'hasnargs') else None, opcode._nb_ops[13], opcode._inline_cache_entries[opcode.opmap['CALL']])
print(opcode.stack_effect is dis.stack_effect, sorted(opcode.__all__))
