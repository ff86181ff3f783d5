# feedback: what was printed before the end: expected 'one\n', got ''
1 / 0
print("one")
print("two")
