def first(data):
    try:
        return data[0]
    except IndexError:
        return None

print(first([3, 4]), first([]))
