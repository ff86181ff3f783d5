import sys
print(sys.stdin.readline().rstrip())
for i, line in enumerate(sys.stdin):
    print(i, repr(line))
print(repr(sys.stdin.read()), repr(sys.stdin.readline()))
