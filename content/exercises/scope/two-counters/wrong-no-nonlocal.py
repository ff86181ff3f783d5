# feedback: UnboundLocalError
def make_counter(start):
    count = start

    def up():
        count = count + 1
        return count

    def down():
        count = count - 1
        return count

    return up, down
