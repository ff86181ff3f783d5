x = 10
x += 5
print(x)
x -= 3
x *= 2
print(x)
x //= 5
x **= 3
print(x)
x %= 7
x <<= 4
x |= 1
x &= 0xF1
x ^= 2
x >>= 1
print(x)
x /= 4
print(x)
s = "a"
s += "b"
s *= 3
print(s)
li = [1]
same = li
li += [2]
li *= 2
print(li, same is li)
t = (1,)
same = t
t += (2,)
print(t, same)
li[0] += 10
d = {"k": 1}
d["k"] += 1
print(li, d)
