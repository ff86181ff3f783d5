def make_counter(start):
    count = start

    def up():
        nonlocal count
        count = count + 1
        return count

    def down():
        nonlocal count
        count = count - 1
        return count

    return up, down

up, down = make_counter(10)
print(up(), up(), down())
