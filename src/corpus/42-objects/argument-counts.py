# Who counts arguments, and in which words.
class Sub(enumerate):
    pass


class S(super):
    pass


group = ExceptionGroup("g", [ValueError(1)])
for text in (
    "group.split()",
    "group.subgroup()",
    "group.derive()",
    "group.derive(1, 2)",
    "(1).__add__()",
    "(1).__pow__()",
    "[].__setitem__(1)",
    "[].__mul__(1, 2)",
    "[].__len__(1)",
    "object.__setattr__(group, 'a')",
    "len.__get__()",
    "enumerate()",
    "Sub()",
    "enumerate([], 1, 2)",
    "enumerate([], begin=1)",
    "super(1)",
    "S(1)",
    "type('a', b=1)",
    "type()",
    "type('a', (), None)",
    "type('a', [], {})",
    "type(5, (), {})",
    "type('a', (), {'__classcell__': 5})",
    "type('a', (), {'__qualname__': 'Q.N'}, z=1)",
    "object.__subclasshook__(1, 2)",
    "NameError(name=1, obj=2)",
    "ImportError(nope=1)",
    "b'%i' % 'x'",
    "b'%G' % 'x'",
    "'%i' % 'x'",
    "b'% .%' % 5",
    "(5).to_bytes('a', 0)",
    "(5).to_bytes(1, None)",
    "[].__getattribute__(0)",
    "int.__new__(str)",
    "{}[[]]",
    "1 in 2",
):
    try:
        print(text, "=", eval(text))
    except Exception as error:
        print(text, "raises", type(error).__name__, error)
a = 5
try:
    del a[0]
except TypeError as error:
    print(error)
f = frozenset()
try:
    f *= "ab"
except TypeError as error:
    print(error)
try:
    print(f * "ab")
except TypeError as error:
    print(error)
try:
    f.__iter__.x = 1
except AttributeError as error:
    print(error)
