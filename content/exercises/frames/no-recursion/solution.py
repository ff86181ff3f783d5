def deep_sum(data):
    total = 0
    waiting = [data]
    while waiting:
        item = waiting.pop()
        if isinstance(item, list):
            waiting.extend(item)
        else:
            total += item
    return total

print(deep_sum([1, [2, [3, 4]], 5]))
