# feedback: expected None, got
import dis

def handler(code, offset):
    for entry in dis.Bytecode(code).exception_entries:
        return entry.target
    return None
