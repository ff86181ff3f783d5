# feedback: SyntaxError
print("one")
1 /
print("two")
