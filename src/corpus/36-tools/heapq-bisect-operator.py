import bisect
import heapq
import operator
h = []
for x in (5, 1, 4, 1, 3):
    heapq.heappush(h, x)
print(h, heapq.heappop(h), heapq.heappop(h), h, heapq.heappushpop(h, 0), heapq.heapreplace(h, 9), h)
data = [9, 2, 7]
heapq.heapify(data)
print(data, heapq.nlargest(2, [1, 8, 3]), heapq.nsmallest(2, ["bb", "a"], key=len), list(heapq.merge([1, 4], [2, 3])))
a = [1, 3, 3, 5]
print(bisect.bisect(a, 3), bisect.bisect_left(a, 3), bisect.bisect_right(a, 0), bisect.bisect(a, 9))
bisect.insort(a, 4)
print(a)
print(operator.add(1, 2), operator.itemgetter(1)("abc"), operator.itemgetter(0, 2)("abc"), operator.attrgetter("real")(5), operator.methodcaller("upper")("x"), operator.mul(2, 3), operator.contains([1], 1), operator.neg(5), operator.truth([]), operator.index(3))
print(sorted([("a", 2), ("b", 1)], key=operator.itemgetter(1)))
try:
    heapq.heappop([])
except IndexError as e:
    print(e)
