def needs_name(f):
    return f.name


@needs_name
def thing():
    pass
