"""Shapes."""
print("shapes is running as", __name__)
__all__ = ["area", "describe"]
PI = 3.14
_private = "private"
hidden = "not in __all__"


def area(r):
    return PI * r * r


def describe(r):
    return f"a circle of {area(r)}"
