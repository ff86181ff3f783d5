@decorator
@other(1)
class C(Base, metaclass=Meta, **kw):
    """Doc."""
    attr = 1
    __private = 2
    def method(self):
        self.__private = super().method()
        return __class__
    @property
    def prop(self): return super().prop
    @classmethod
    def make(cls): return super(C, cls).make(1, 2)
    @staticmethod
    def stat(): return super()
    def inner(self):
        x = self.attr
        class Inner:
            y = x
            def g(self): return x, Inner
        return Inner
    z = [attr for _ in range(3)]
    lam = lambda self: self.__private
class Empty: pass
