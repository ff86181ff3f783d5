# feedback: deep_sum([1, [2, [3, 4]], 5])
def deep_sum(data):
    total = 0
    for item in data:
        total += sum(x for x in item if not isinstance(x, list)) if isinstance(item, list) else item
    return total
