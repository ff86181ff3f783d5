li = [10, 20, 30, 40]
print(li[0], li[-1], li[1:3], li[True])
li[0] = 11
li[-1] = 44
print(li)
for f in (lambda: li[4], lambda: li[-5], lambda: li["0"], lambda: li[1.0], lambda: li[None], lambda: li[1, 2], lambda: [][0]):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


def assign(i, v):
    li[i] = v


def delete(i):
    del li[i]


for f in (lambda: assign(9, 0), lambda: assign("k", 0), lambda: delete(9), lambda: delete("k")):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
print(li)
