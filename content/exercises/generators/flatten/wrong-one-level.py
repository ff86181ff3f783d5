# feedback: nested two deep: expected [1, 2, 3, 4], got [1, 2, [3], 4]
def flatten(data):
    for item in data:
        if isinstance(item, list):
            yield from item
        else:
            yield item
