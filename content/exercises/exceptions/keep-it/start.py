def load(resource):
    number = None
    try:
        number = int(resource.read())
    finally:
        resource.close()
        return number
