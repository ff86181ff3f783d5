def average():
    count = total = 0
    value = None
    while True:
        total += yield value
        count += 1
        value = total / count

generator = average()
next(generator)
print(generator.send(10))
print(generator.send(20))
