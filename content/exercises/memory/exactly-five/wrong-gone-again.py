# feedback: expected '5', got '2'
import sys

token = object()

def hold(first, second, third):
    pass

hold(token, token, token)

print(sys.getrefcount(token))
