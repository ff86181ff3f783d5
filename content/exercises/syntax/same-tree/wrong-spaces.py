# feedback: same("print('a b')", "print('ab')"): expected False, got True
def same(a, b):
    drop = str.maketrans("", "", " \n()")
    return a.translate(drop).partition("#")[0] == b.translate(drop).partition("#")[0]
