import sys

token = object()

# your lines

print(sys.getrefcount(token))
