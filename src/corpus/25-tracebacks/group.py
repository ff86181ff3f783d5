def fail(kind, text):
    try:
        raise kind(text)
    except Exception as e:
        return e


raise ExceptionGroup("several", [fail(ValueError, "a"), TypeError("b"), ExceptionGroup("nested", [fail(KeyError, "c")])])
