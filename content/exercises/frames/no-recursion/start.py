def deep_sum(data):
    total = 0
    for item in data:
        total += deep_sum(item) if isinstance(item, list) else item
    return total

print(deep_sum([1, [2, [3, 4]], 5]))
