def flatten(data):
    return data

print(list(flatten([1, [2, [3]], 4])))
