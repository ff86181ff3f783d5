import sys
sys.stdout.write("out\n")
print(sys.stdout.write("five\n"))
sys.stderr.write("err\n")
print(sys.stdin.read() == "", sys.stdout.name, sys.stderr.name, sys.stdin.name, sys.stdout.encoding, sys.stdout.mode, sys.stdin.mode)
print(sys.stdout is sys.__stdout__, sys.stdout.fileno(), sys.stderr.fileno(), sys.stdin.fileno(), sys.stdout.isatty())
sys.stdout.flush()
sys.stdout.buffer.write(b"raw bytes\n")
sys.stdout.buffer.flush()


class Upper:
    def __init__(self, inner):
        self.inner = inner

    def write(self, text):
        return self.inner.write(text.upper())

    def flush(self):
        self.inner.flush()


sys.stdout = Upper(sys.__stdout__)
print("loud")
sys.stdout = sys.__stdout__
print("quiet")
