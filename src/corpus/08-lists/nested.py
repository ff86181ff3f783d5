m = [[1, 2, 3], [4, 5, 6]]
print(m[1][2], [row[0] for row in m], list(zip(*m)), [list(r) for r in zip(*m)])
flat = [x for row in m for x in row]
print(flat)
m.append(m)
print(m, m[2][2] is m)
t = [1]
t2 = (t, t)
t.append(t2)
print(t)
print([[]] * 2, [[[]]], [[], [[]]])
print([1, [2, [3, [4]]]][1][1][1][0])
