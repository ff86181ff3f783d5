def first(data):
    return data[0] if data else None

print(first([3, 4]), first([]))
