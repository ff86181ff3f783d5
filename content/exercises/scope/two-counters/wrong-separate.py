# feedback: down() goes on from the same count: expected 11, got 9
def make_counter(start):
    def make(step):
        count = start

        def move():
            nonlocal count
            count = count + step
            return count

        return move

    return make(1), make(-1)
