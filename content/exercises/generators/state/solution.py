def state(generator):
    if generator.gi_running:
        return "running"
    if generator.gi_suspended:
        return "waiting"
    return "ended" if generator.gi_frame is None else "not begun"
