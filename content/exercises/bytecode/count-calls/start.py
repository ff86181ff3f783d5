import dis

def count_calls(function):
    return 0
