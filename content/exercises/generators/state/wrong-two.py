# feedback: after the first next: expected 'waiting', got 'not begun'
def state(generator):
    return "ended" if generator.gi_frame is None else "not begun"
