# oracle: properties
import sys

print(sys.maxsize, sys.maxsize == 2 ** 63 - 1)
print(hash(2 ** 61 - 1), hash(2 ** 61), hash(2 ** 64), hash(0.5), hash(-1), hash(1e300), hash(float("inf")))
print(sys.getsizeof(0), sys.getsizeof(1), sys.getsizeof(2 ** 30), sys.getsizeof(2 ** 60), sys.getsizeof(1.5))
print(sys.getsizeof(""), sys.getsizeof("abc"), sys.getsizeof("日"), sys.getsizeof("😀"))
print(sys.getsizeof(()), sys.getsizeof((1, 2)), sys.getsizeof([]), sys.getsizeof([1, 2]), sys.getsizeof({}), sys.getsizeof({"a": 1}), sys.getsizeof(set()))
print(sys.getsizeof(None), sys.getsizeof(True), sys.getsizeof(b""), sys.getsizeof(object()))
#> 9223372036854775807 True
#> 0 1 8 1152921504606846976 -2 1224995262755759164 314159
#> 28 28 32 36 24
#> 41 44 60 64
#> 40 56 56 72 64 184 216
#> 16 28 33 16
