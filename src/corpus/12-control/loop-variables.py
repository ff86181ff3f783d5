for i in range(3):
    i = i * 10
    print(i)
x = "outer"
for x in "ab":
    pass
print(x)
d = {}
for d["key"] in (1, 2):
    print(d)
li = [0, 0]
for li[0], li[1] in [(1, 2), (3, 4)]:
    print(li)
for i, in [(1,), (2,)]:
    print(i)
for *head, last in ["abc", "de"]:
    print(head, last)
a = [1, 2, 3]
for a[-1] in a:
    print(a)
