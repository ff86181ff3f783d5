# feedback: how often greet.py was run: expected 2, got 1
import greet
import greet as again
from greet import __name__ as name
