# feedback: the first counter, after the second was used: expected 12, got 102
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
