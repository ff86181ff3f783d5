# feedback: plain, offset
import dis

def handler(code, offset):
    for entry in dis.Bytecode(code).exception_entries:
        if offset >= entry.start:
            return entry.target
    return None
