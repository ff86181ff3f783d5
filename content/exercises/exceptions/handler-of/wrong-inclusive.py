# feedback: plain, offset 44 (LOAD_GLOBAL): expected None, got 66
import dis

def handler(code, offset):
    for entry in dis.Bytecode(code).exception_entries:
        if entry.start <= offset <= entry.end:
            return entry.target
    return None
