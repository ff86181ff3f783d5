li = list(range(8))
li[2:4] = ["a", "b", "c"]
print(li)
li[1:1] = [100, 200]
print(li)
li[::3] = [0] * len(li[::3])
print(li)
li[-2:] = []
print(li)
del li[1:3]
print(li)
del li[::2]
print(li)
li[:] = "xyz"
print(li)
li[5:10] = [1]
print(li)
for f in ("li[::2] = [1]", "li[0:1] = 5", "li[::0]", "li['a':]", "del li[::0]"):
    try:
        exec(f)
    except Exception as e:
        print(type(e).__name__, e)
li[0:2] = li
print(li)
