# Trees made by hand: what compile() makes of them, and what it refuses.
import ast
import copy

L = dict(lineno=1, col_offset=0, end_lineno=1, end_col_offset=5)
load, store, delete = ast.Load(), ast.Store(), ast.Del()


def name(i, ctx=load, **place):
    return ast.Name(i, ctx, **(place or L))


def const(v):
    return ast.Constant(v, **L)


def attempt(label, make, mode='exec'):
    try:
        tree = make()
        code = compile(tree, 'made', mode)
        print(label, 'ok', code.co_consts, code.co_names)
    except Exception as e:
        print(label, type(e).__name__, e)


def expr(e):
    return ast.Expression(e)


def module(*stmts):
    return ast.Module(list(stmts), [])


def value(e):
    return module(ast.Expr(e, **L))


def body(**fields):
    return [ast.Pass(**L)]


def args(**fields):
    given = dict(posonlyargs=[], args=[], vararg=None, kwonlyargs=[], kw_defaults=[], kwarg=None, defaults=[])
    given.update(fields)
    return ast.arguments(**given)


attempt('number', lambda: expr(const(5)), 'eval')
attempt('empty', lambda: module())
attempt('wrong root', lambda: module(), 'eval')
attempt('wrong root 2', lambda: expr(const(1)), 'exec')
attempt('single', lambda: ast.Interactive([ast.Expr(const(1), **L)]), 'single')
attempt('no fields', lambda: ast.Module())
attempt('no ignores', lambda: ast.Module([]))
attempt('body not list', lambda: ast.Module(5, []))
attempt('body tuple', lambda: ast.Module((), []))
attempt('none in body', lambda: module(None))
attempt('int in body', lambda: module(5))
attempt('expr in body', lambda: module(const(1)))
attempt('no place', lambda: module(ast.Pass()))
attempt('half a place', lambda: module(ast.Pass(lineno=1)))
attempt('no end', lambda: module(ast.Pass(lineno=1, col_offset=0)))
attempt('place is str', lambda: module(ast.Pass(lineno='1', col_offset=0)))
attempt('place is big', lambda: module(ast.Pass(lineno=1 << 40, col_offset=0)))
attempt('place is float', lambda: module(ast.Pass(lineno=1.5, col_offset=0)))
attempt('lines backwards', lambda: module(ast.Pass(lineno=3, col_offset=0, end_lineno=2, end_col_offset=0)))
attempt('columns backwards', lambda: module(ast.Pass(lineno=3, col_offset=4, end_lineno=3, end_col_offset=0)))
attempt('negative', lambda: module(ast.Pass(lineno=-2, col_offset=0, end_lineno=3, end_col_offset=0)))
attempt('negative column', lambda: module(ast.Pass(lineno=1, col_offset=-2, end_lineno=3, end_col_offset=0)))

for v in (None, True, 1, 1.5, 2j, 'a', b'b', ..., (1, (2, 'x')), frozenset([1]), [1], {}, object, (1, [2]), int):
    attempt(f'constant {type(v).__name__}', lambda: expr(const(v)), 'eval')


class MyInt(int):
    pass


class MyStr(str):
    pass


attempt('int subclass', lambda: expr(const(MyInt(3))), 'eval')
attempt('str subclass name', lambda: expr(name(MyStr('x'))), 'eval')
attempt('bytes name', lambda: expr(name(b'x')), 'eval')
attempt('no id', lambda: expr(ast.Name(ctx=load, **L)), 'eval')
attempt('no ctx', lambda: expr(ast.Name('x', **L)), 'eval')
attempt('id None', lambda: expr(ast.Name(None, load, **L)), 'eval')
attempt('ctx None', lambda: expr(ast.Name('x', None, **L)), 'eval')
attempt('ctx class', lambda: expr(ast.Name('x', ast.Load, **L)), 'eval')
attempt('ctx wrong', lambda: expr(name('x', store)), 'eval')
attempt('name None', lambda: expr(name('None')), 'eval')
attempt('name True', lambda: expr(name('True')), 'eval')
attempt('unary no op', lambda: expr(ast.UnaryOp(operand=const(1), **L)), 'eval')
attempt('unary bad op', lambda: expr(ast.UnaryOp(ast.Add(), const(1), **L)), 'eval')
attempt('binop', lambda: expr(ast.BinOp(const(1), ast.Add(), const(2), **L)), 'eval')
attempt('binop none', lambda: expr(ast.BinOp(const(1), ast.Add(), None, **L)), 'eval')
attempt('boolop one', lambda: expr(ast.BoolOp(ast.And(), [const(1)], **L)), 'eval')
attempt('boolop none', lambda: expr(ast.BoolOp(ast.And(), [const(1), None], **L)), 'eval')
attempt('compare none', lambda: expr(ast.Compare(const(1), [], [], **L)), 'eval')
attempt('compare odd', lambda: expr(ast.Compare(const(1), [ast.Lt()], [const(1), const(2)], **L)), 'eval')
attempt('dict odd', lambda: expr(ast.Dict([const(1)], [], **L)), 'eval')
attempt('dict star', lambda: expr(ast.Dict([None], [name('d')], **L)), 'eval')
attempt('dict none', lambda: expr(ast.Dict([const(1)], [None], **L)), 'eval')
attempt('listcomp', lambda: expr(ast.ListComp(const(1), [], **L)), 'eval')
attempt('listcomp load', lambda: expr(ast.ListComp(const(1), [ast.comprehension(name('x'), name('y'), [], 0)], **L)), 'eval')
attempt('listcomp ok', lambda: expr(ast.ListComp(const(1), [ast.comprehension(name('x', store), name('y'), [], 0)], **L)), 'eval')
attempt('starred', lambda: expr(ast.Starred(name('x'), load, **L)), 'eval')
attempt('slice', lambda: expr(ast.Slice(None, None, None, **L)), 'eval')
attempt('walrus', lambda: expr(ast.NamedExpr(ast.Attribute(name('x'), 'y', store, **L), const(1), **L)), 'eval')
attempt('walrus ok', lambda: expr(ast.NamedExpr(name('x', store), const(1), **L)), 'eval')
attempt('yield', lambda: expr(ast.Yield(None, **L)), 'eval')
attempt('await', lambda: expr(ast.Await(const(1), **L)), 'eval')
attempt('lambda', lambda: expr(ast.Lambda(args(defaults=[const(1)]), const(1), **L)), 'eval')
attempt('lambda kw', lambda: expr(ast.Lambda(args(kwonlyargs=[ast.arg('a', **L)]), const(1), **L)), 'eval')
attempt('lambda kw ok', lambda: expr(ast.Lambda(args(kwonlyargs=[ast.arg('a', **L)], kw_defaults=[None]), const(1), **L)), 'eval')
attempt('lambda args', lambda: expr(ast.Lambda(args(args=[ast.arg('a', **L), ast.arg('a', **L)]), const(1), **L)), 'eval')
attempt('lambda no args', lambda: expr(ast.Lambda(None, const(1), **L)), 'eval')
attempt('joined', lambda: expr(ast.JoinedStr([const('a'), ast.FormattedValue(name('x'), 114, None, **L)], **L)), 'eval')
attempt('joined 2', lambda: expr(ast.JoinedStr([], **L)), 'eval')
attempt('conversion', lambda: expr(ast.JoinedStr([ast.FormattedValue(name('x'), 77, None, **L)], **L)), 'eval')
attempt('call', lambda: expr(ast.Call(name('f'), [const(1)], [ast.keyword('k', const(2), **L)], **L)), 'eval')
attempt('call kw twice', lambda: expr(ast.Call(name('f'), [], [ast.keyword('k', const(2), **L)] * 2, **L)), 'eval')
attempt('call no keywords', lambda: expr(ast.Call(name('f'), [], **L)), 'eval')
attempt('attribute', lambda: expr(ast.Attribute(name('f'), 'None', load, **L)), 'eval')

attempt('assign none', lambda: module(ast.Assign([], const(1), **L)))
attempt('assign load', lambda: module(ast.Assign([name('x')], const(1), **L)))
attempt('assign const', lambda: module(ast.Assign([const(2)], const(1), **L)))
attempt('assign tuple', lambda: module(ast.Assign([ast.Tuple([name('x', store), name('y')], store, **L)], const(1), **L)))
attempt('assign ok', lambda: module(ast.Assign([name('x', store)], const(1), **L)))
attempt('delete none', lambda: module(ast.Delete([], **L)))
attempt('delete store', lambda: module(ast.Delete([name('x', store)], **L)))
attempt('aug', lambda: module(ast.AugAssign(name('x', store), ast.Add(), const(1), **L)))
attempt('aug tuple', lambda: module(ast.AugAssign(ast.Tuple([], store, **L), ast.Add(), const(1), **L)))
attempt('ann', lambda: module(ast.AnnAssign(ast.Attribute(name('x'), 'y', store, **L), const(1), None, 1, **L)))
attempt('ann ok', lambda: module(ast.AnnAssign(name('x', store), name('int'), None, 1, **L)))
attempt('alias', lambda: module(ast.TypeAlias(const(1), [], const(1), **L)))
attempt('for', lambda: module(ast.For(name('x', store), const(1), [], [], **L)))
attempt('while', lambda: module(ast.While(const(1), [], [], **L)))
attempt('if', lambda: module(ast.If(const(1), [None], [], **L)))
attempt('with', lambda: module(ast.With([], body(), **L)))
attempt('with target', lambda: module(ast.With([ast.withitem(const(1), name('x'))], body(), **L)))
attempt('raise', lambda: module(ast.Raise(None, const(1), **L)))
attempt('try', lambda: module(ast.Try(body(), [], [], [], **L)))
attempt('try else', lambda: module(ast.Try(body(), [], body(), body(), **L)))
attempt('try star', lambda: module(ast.TryStar(body(), [], [], [], **L)))
attempt('try handler', lambda: module(ast.Try(body(), [ast.ExceptHandler(None, 'e', [], **L)], [], [], **L)))
attempt('try order', lambda: module(ast.Try(body(), [ast.ExceptHandler(None, None, body(), **L), ast.ExceptHandler(name('a'), None, body(), **L)], [], [], **L)))
attempt('import', lambda: module(ast.Import([], **L)))
attempt('import from', lambda: module(ast.ImportFrom('m', [ast.alias('a', None, **L)], -1, **L)))
attempt('import from none', lambda: module(ast.ImportFrom('m', [ast.alias('a', None, **L)], None, **L)))
attempt('import from future', lambda: module(ast.Pass(**L), ast.ImportFrom('__future__', [ast.alias('annotations', None, **L)], 0, **L)))
attempt('global', lambda: module(ast.Global([], **L)))
attempt('global int', lambda: module(ast.Global([1], **L)))
attempt('return', lambda: module(ast.Return(None, **L)))
attempt('break', lambda: module(ast.Break(**L)))
attempt('def', lambda: module(ast.FunctionDef('f', args(), [], [], None, None, [], **L)))
attempt('def ok', lambda: module(ast.FunctionDef('f', args(), body(), [], None, None, [], **L)))
attempt('def no params', lambda: module(ast.FunctionDef('f', args(), body(), [], None, None, **L)))
attempt('def T', lambda: module(ast.FunctionDef('f', args(), body(), [], None, None, [ast.TypeVar('None', None, **L)], **L)))
attempt('class', lambda: module(ast.ClassDef('C', [], [], [], [], [], **L)))
attempt('match', lambda: module(ast.Match(const(1), [], **L)))


def case(p):
    return lambda: module(ast.Match(const(1), [ast.match_case(p, None, body())], **L))


attempt('value', case(ast.MatchValue(const(1), **L)))
attempt('value None', case(ast.MatchValue(const(None), **L)))
attempt('value name', case(ast.MatchValue(name('x'), **L)))
attempt('value call', case(ast.MatchValue(ast.Call(name('x'), [], [], **L), **L)))
attempt('value minus', case(ast.MatchValue(ast.UnaryOp(ast.USub(), const(1), **L), **L)))
attempt('value not', case(ast.MatchValue(ast.UnaryOp(ast.Not(), const(1), **L), **L)))
attempt('value complex', case(ast.MatchValue(ast.BinOp(const(1), ast.Sub(), const(2j), **L), **L)))
attempt('value times', case(ast.MatchValue(ast.BinOp(const(1), ast.Mult(), const(2j), **L), **L)))
attempt('singleton', case(ast.MatchSingleton(1, **L)))
attempt('star', case(ast.MatchStar('x', **L)))
attempt('sequence', case(ast.MatchSequence([ast.MatchStar('_', **L)], **L)))
attempt('mapping', case(ast.MatchMapping([const(1)], [], None, **L)))
attempt('mapping rest', case(ast.MatchMapping([], [], '_', **L)))
attempt('mapping key', case(ast.MatchMapping([name('x')], [ast.MatchAs(None, None, **L)], None, **L)))
attempt('mapping None', case(ast.MatchMapping([const(None)], [ast.MatchAs(None, None, **L)], None, **L)))
attempt('class', case(ast.MatchClass(const(1), [], [], [], **L)))
attempt('class 2', case(ast.MatchClass(name('C'), [], ['a'], [], **L)))
attempt('class 3', case(ast.MatchClass(name('C'), [], ['None'], [ast.MatchAs(None, None, **L)], **L)))
attempt('as', case(ast.MatchAs(ast.MatchAs(None, None, **L), None, **L)))
attempt('as _', case(ast.MatchAs(None, '_', **L)))
attempt('or', case(ast.MatchOr([ast.MatchValue(const(1), **L)], **L)))
attempt('pattern None', case(None))
attempt('pattern no end', case(ast.MatchAs(None, None, lineno=1, col_offset=0)))

# Subclasses and changed trees.
class MyName(ast.Name):
    _fields = ('id', 'ctx')


attempt('subclass', lambda: expr(MyName('x', load, **L)), 'eval')
tree = ast.parse('x = [1, 2]\ny = x * 3')
other = copy.deepcopy(tree)
other.body[0].value.elts.append(const(9))
attempt('changed', lambda: other)
print(ast.dump(tree) == ast.dump(other), eval(compile(ast.Expression(other.body[0].value), '', 'eval')))
print(compile(tree, '', 'exec', ast.PyCF_ONLY_AST) is tree)

for bad in (lambda: ast.Name(1, 2, 3), lambda: ast.Name('a', id='b'), lambda: ast.Pass(1), lambda: ast.AST(1), lambda: ast.Name('a', colour=1).colour,
            lambda: ast.expr(), lambda: ast.Name().id, lambda: ast.Return().value, lambda: ast.Constant(1).kind, lambda: ast.Load() is ast.Load(),
            lambda: ast.Name._fields, lambda: ast.expr._attributes, lambda: ast.FunctionDef.__doc__, lambda: ast.Name.__match_args__, lambda: ast.Num(3).n):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
