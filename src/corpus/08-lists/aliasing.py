a = [1, 2]
b = a
c = a[:]
d = list(a)
b.append(3)
print(a, b, c, d, a is b, a is c, a == b)
grid = [[0] * 3] * 2
grid[0][0] = 9
print(grid)
grid = [[0] * 3 for _ in range(2)]
grid[0][0] = 9
print(grid)


def change(li):
    li.append("changed")
    li = ["rebound"]
    return li


print(change(a), a)
shallow = [a, 1]
copy = shallow.copy()
copy[0].append("deep")
copy[1] = 2
print(shallow, copy)
