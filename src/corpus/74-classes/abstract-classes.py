from abc import ABC, ABCMeta, abstractmethod, get_cache_token, update_abstractmethods
class A(ABC):
    @abstractmethod
    def f(self): return "A.f"
    @property
    @abstractmethod
    def p(self): ...
    @classmethod
    @abstractmethod
    def c(cls): ...
    @staticmethod
    @abstractmethod
    def s(): ...
    def concrete(self): return 1
class B(A):
    def f(self): return super().f() + "B"
for cls in (A, B):
    try: cls()
    except TypeError as e: print(e)
class C(B):
    p = 1
    c = s = None
print(C().f(), A.__abstractmethods__ == {"f", "p", "c", "s"}, sorted(B.__abstractmethods__), C.__abstractmethods__)
class D(ABC):
    @classmethod
    def __subclasshook__(cls, k): return hasattr(k, "quack") or NotImplemented
class Duck:
    def quack(self): pass
print(issubclass(Duck, D), isinstance(Duck(), D), issubclass(int, D))
t = get_cache_token(); D.register(int); print(isinstance(5, D), get_cache_token() != t, D.register(str) is str)
for bad in (5, A):
    try: A.register(bad); print("?")
    except (TypeError, RuntimeError) as e: print(type(e).__name__, e)
class E(metaclass=ABCMeta):
    @abstractmethod
    def g(self): pass
E.g = lambda self: 1
try: E()
except TypeError as e: print(e)
update_abstractmethods(E); print(E().g())
