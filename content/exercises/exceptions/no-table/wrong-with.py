# feedback: entries in the exception table
import contextlib

def first(data):
    with contextlib.suppress(IndexError):
        return data[0]
