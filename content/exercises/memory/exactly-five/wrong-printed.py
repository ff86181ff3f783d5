# feedback: the last line is unchanged
import sys

token = object()

print(5)
