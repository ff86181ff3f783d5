# oracle: dis
def f(*args, **kwargs):
    return args, kwargs


class O:
    def m(self, *a, **k):
        return a, k


o = O()
items = [1, 2]
options = {"x": 1}
print(f(), f(1, 2), f(a=1), f(1, b=2), f(*items), f(**options), f(0, *items, 9, k=1, **options))
print(o.m(1), o.m(k=2), o.m(*items, **options), (lambda v: v)(3))
