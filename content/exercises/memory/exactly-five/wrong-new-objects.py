# feedback: expected '5', got '2'
import sys

token = object()

others = [object(), object(), object()]

print(sys.getrefcount(token))
