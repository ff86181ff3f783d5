# feedback: what was printed before the end: expected 'one\n', got 'one\ntwo\n'
print("one")
print("two")
1 / 0
