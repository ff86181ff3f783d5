s = {1, 2, 3}
print(s.union([4], (5,)), s.intersection([2, 3, 9]), s.difference([1]), s.symmetric_difference([3, 4]))
s.update([7, 8], {9})
print(sorted(s))
s.intersection_update({1, 2, 7, 100})
print(sorted(s))
s.difference_update([7])
s.symmetric_difference_update({1, 50})
print(sorted(s), s.copy() == s, s.copy() is s)
a = b = {1}
a |= {2}
print(a is b, b)
a = a | {3}
print(a is b, sorted(a), b)
a &= {1, 2}
a -= {2}
a ^= {1, 5}
print(a)
only = {42}
print(only.pop(), only)
s.clear()
print(s)
