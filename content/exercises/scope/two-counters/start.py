count = 0

def make_counter(start):
    global count
    count = start

    def up():
        global count
        count = count + 1
        return count

    def down():
        global count
        count = count - 1
        return count

    return up, down

up, down = make_counter(10)
print(up(), up(), down())
