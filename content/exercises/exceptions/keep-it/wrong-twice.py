# feedback: closed after success: expected 1, got 2
def load(resource):
    try:
        number = int(resource.read())
        resource.close()
        return number
    finally:
        resource.close()
