# feedback: expected "print('1 + 1')"
def swapped(source):
    return source.translate(str.maketrans("+-", "-+"))
