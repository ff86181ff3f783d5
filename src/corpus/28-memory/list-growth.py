# oracle: properties
# Sizes of a 64-bit build: a list over-allocates, by a little.
import sys

li = []
sizes = [sys.getsizeof(li)]
for i in range(40):
    li.append(i)
    size = sys.getsizeof(li)
    if size != sizes[-1]:
        sizes.append(size)
print(sizes)
print([(s - 56) // 8 for s in sizes])
#> [56, 88, 120, 184, 248, 312, 376]
#> [0, 4, 8, 16, 24, 32, 40]
