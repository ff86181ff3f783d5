import dis

def handler(code, offset):
    for entry in dis.Bytecode(code).exception_entries:
        print(entry)
    return None

def example():
    try:
        work()
    except KeyError:
        pass

handler(example.__code__, 4)
