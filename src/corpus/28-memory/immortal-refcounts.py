# oracle: properties
# Immortal objects show the largest 32-bit count on a 64-bit build.
import sys

print(sys.getrefcount(None), sys.getrefcount(True), sys.getrefcount(256), sys.getrefcount("a"), sys.getrefcount(()))
#> 4294967295 4294967295 4294967295 4294967295 4294967295
