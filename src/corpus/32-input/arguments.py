# oracle: argv one two --flag
import sys
print(sys.argv, len(sys.argv))
for i, arg in enumerate(sys.argv[1:], 1):
    print(i, arg)
