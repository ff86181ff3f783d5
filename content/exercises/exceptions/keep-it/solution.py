def load(resource):
    try:
        return int(resource.read())
    finally:
        resource.close()
