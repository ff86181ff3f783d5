# feedback: mean([1.5]): expected 1.5, got 1.0
def mean(numbers):
    total = 0
    for number in numbers:
        total += int(number)
    return total / len(numbers)
