# feedback: a second generator, send(1): expected 1.0
numbers = []

def average():
    value = None
    while True:
        numbers.append((yield value))
        value = sum(numbers) / len(numbers)
