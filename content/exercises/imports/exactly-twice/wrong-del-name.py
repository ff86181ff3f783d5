# feedback: how often greet.py was run: expected 2, got 1
import greet
del greet
import greet
