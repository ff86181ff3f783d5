# feedback: only imports run the module
import greet
print("hello from greet")
