# feedback: expected '5', got '6'
import sys

token = object()

a = b = c = d = token

print(sys.getrefcount(token))
