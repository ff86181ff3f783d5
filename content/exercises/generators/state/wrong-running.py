# feedback: asked by itself: expected 'running', got 'not begun'
def state(generator):
    if generator.gi_suspended:
        return "waiting"
    return "ended" if generator.gi_frame is None else "not begun"
