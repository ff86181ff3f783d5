# feedback: closed after an error: expected 1, got 0
def load(resource):
    number = int(resource.read())
    resource.close()
    return number
