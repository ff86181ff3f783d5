# feedback: the exception: expected 'ZeroDivisionError', got 'NameError'
print("one")
no_such_name
print("two")
