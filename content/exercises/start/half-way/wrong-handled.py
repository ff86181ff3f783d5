# feedback: the program ends with an exception
print("one")
if False:
    print("two")
