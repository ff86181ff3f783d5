# oracle: dis
import sys
import os.path as p
from collections import deque, Counter as C

x: int = 5
while x > 0:
    x -= 1
    if x == 3:
        continue
for c in "ab":
    print(c)
try:
    y = 1
finally:
    z = 2
print(x, y, z, sys.argv[0], p.sep, deque([1]), C("a"))
