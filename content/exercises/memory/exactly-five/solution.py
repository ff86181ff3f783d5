import sys

token = object()

another = token
places = [token, token]

print(sys.getrefcount(token))
