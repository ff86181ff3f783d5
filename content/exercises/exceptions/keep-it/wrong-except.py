# feedback: an error in read() comes through: expected OSError, got nothing
def load(resource):
    try:
        return int(resource.read())
    except Exception:
        return None
    finally:
        resource.close()
