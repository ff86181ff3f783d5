class A:
    def __getattr__(self, name):
        print("getattr", name)
        if name == "bad": raise ValueError("bad")
        raise AttributeError(name)
    @property
    def p(self): print("p"); return 5
match A():
    case A(missing=1): print("?")
    case A(p=5, q=1): print("?")
    case A(p=v): print("got", v)
try:
    match A():
        case A(bad=1): pass
except ValueError as e: print("raised", e)
