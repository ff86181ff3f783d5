# feedback: flatten gives a generator: expected generator, got list
def flatten(data):
    result = []
    for item in data:
        if isinstance(item, list):
            result += flatten(item)
        else:
            result.append(item)
    return result
