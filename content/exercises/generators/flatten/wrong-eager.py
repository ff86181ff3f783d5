# feedback: items looked at before anything is asked for: expected 0, got
def flatten(data):
    result = []
    waiting = list(data)
    while waiting:
        item = waiting.pop(0)
        if isinstance(item, list):
            waiting[:0] = item
        else:
            result.append(item)
    return (item for item in result)
