# A metaclass's instances are classes: their __dict__ is the class's own.
from typing import Generic, TypeVar

T = TypeVar("T")


class Meta(type):
    extra = 1

    def __new__(meta, name, bases, namespace, **keywords):
        return super().__new__(meta, name, bases, namespace)

    def __init__(cls, *arguments, **keywords):
        cls.made = True


class A(Generic[T], metaclass=Meta, option=1):
    x = 1


print(sorted(k for k in A.__dict__ if k[:2] != "__"), A.made, A.extra, "__dict__" in vars(Meta), "__dict__" in vars(A))
print(A.__orig_bases__, A[int], Meta.__dict__["extra"])
print(type(vars(Meta)), Meta.__dictoffset__ == type.__dictoffset__)
try:
    A.__dict__["y"] = 1
except TypeError as error:
    print(error)


class B(A, dict):
    pass


class E(ValueError, A):
    pass


print(B.__mro__, E.__base__, A().__reduce_ex__(0)[1])
