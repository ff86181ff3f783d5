# feedback: how often greet.py was run: expected 2, got 3
import sys

for _ in range(3):
    sys.modules.pop("greet", None)
    import greet
