ages = {"ann": 31, "bob": 25}
for name in ages:
    print(name, ages[name])
for name, age in ages.items():
    print(f"{name:>5} {age}")
for i, (k, v) in enumerate(ages.items()):
    print(i, k, v)
try:
    for k in ages:
        ages[k + "!"] = 0
except RuntimeError as e:
    print(e)
print(len(ages))
try:
    for k in ages:
        del ages[k]
        break
    for k in ages:
        del ages[k]
except RuntimeError as e:
    print(e)
d = {1: 1, 2: 2}
try:
    for k in d:
        del d[k]
        d[k + 10] = 0
except RuntimeError as e:
    print(e)
for k in list(ages):
    del ages[k]
print(ages)
