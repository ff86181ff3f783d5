from collections.abc import Mapping
class M(Mapping):
    def __init__(self, d): self.d = d
    def __getitem__(self, k): print("getitem", k); return self.d[k]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
    def get(self, k, default=None): print("get", k); return super().get(k, default)
match M({"a": 1, "b": None}):
    case {"c": 1}: print("c")
    case {"a": 1, "b": b}: print("ab", b)
match M({"a": 1, "z": 2}):
    case {"a": x, **rest}: print(x, rest)
