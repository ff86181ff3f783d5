class D:
    def __set_name__(self, owner, name): self.name = name; print("name", owner.__name__, name)
    def __get__(self, obj, cls=None): print("get", obj is None, cls.__name__); return 5 if obj is None else obj.__dict__.get(self.name, "unset")
    def __set__(self, obj, v): print("set", v); obj.__dict__[self.name] = v
    def __delete__(self, obj): print("delete"); del obj.__dict__[self.name]
class A: x = D(); y = D()
a = A(); print(a.x); a.x = 1; print(a.x, a.__dict__); del a.x; print(A.x)
a.__dict__["x"] = "hidden"; print(a.x)
try: del a.y
except KeyError as e: print(e)
class N:
    def __get__(self, obj, cls): return "non-data"
class B: z = N()
b = B(); print(b.z); b.z = 3; print(b.z); del b.z; print(b.z)
class SetOnly:
    def __set__(self, o, v): print("set only", v)
class C: w = SetOnly()
c = C(); c.w = 1; print(type(c.w).__name__); c.__dict__["w"] = 9; print(c.w)
try: del c.w
except AttributeError as e: print(e)
