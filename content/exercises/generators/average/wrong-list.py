# feedback: local variables that are lists: expected none, got numbers
def average():
    numbers = []
    value = None
    while True:
        numbers.append((yield value))
        value = sum(numbers) / len(numbers)
