# Type comments, where compile() is asked for them.
import ast

SRC = '''
x = []  # type: list[int]
y = z = 1 # type:int
def f(a,  # type: int
      b=2,  # type: str
      *args,  # type: x
      c,
      d=4,  # type: y
      **kw  # type: z
      ):
    # type: (...) -> None
    pass
def g(a, b): # type: (int, str) -> None
    for i in a:  # type: int
        with b as c:  # type: C
            pass
        with (b as c, d): pass
async def h(a, /, b,  # type: int
            *, c):
    async for i in a:  # type: int
        async with b as c:  # type: C
            pass
# type: ignore
z = 1  # type: ignore[attr]
w = 2  # type: ignored
q = lambda a: 1  # type: int
print(1)  #type:ignore
'''
tree = ast.parse(SRC, type_comments=True)
print(ast.dump(tree, indent=1))
print(ast.dump(ast.parse(SRC).body[0]), ast.parse(SRC).type_ignores)
print(ast.dump(tree.body[0], include_attributes=True))
print(ast.unparse(tree))
for bad in ('def f():  # type: () -> int\n  # type: () -> str\n  pass', 'x  # type: int', 'def f(*, # type: int\n a): pass', 'if x: # type: int\n  y', 'x += 1 # type: int', 'x: int = 1 # type: int',
            'class C: # type: int\n pass', 'import a # type: int', 'return # type: int', 'f(a, # type: int\n b)', 'x = [ # type: int\n 1]', 'try: # type: int\n  pass\nfinally: pass', '# type: int\nx', 'x = 1\n# type: int', 'def f(a # type: int\n, b): pass'):
    try:
        print(ast.dump(ast.parse(bad, type_comments=True)))
    except SyntaxError as e:
        print(repr(bad), e.args)
print(compile('x = 1 # type: int', 'f', 'exec', ast.PyCF_TYPE_COMMENTS).co_consts)
print(ast.dump(ast.parse('(int, str) -> x', mode='func_type', type_comments=True)), ast.dump(ast.parse('x = 1 # type: int', mode='single', type_comments=True)))
