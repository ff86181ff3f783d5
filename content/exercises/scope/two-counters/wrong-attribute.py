# feedback: up and down share a free variable
def make_counter(start, box=None):
    box = [start]

    def up(box=box):
        box[0] = box[0] + 1
        return box[0]

    def down(box=box):
        box[0] = box[0] - 1
        return box[0]

    return up, down
