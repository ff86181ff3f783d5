def mean(numbers):
    total = 0.0
    for number in numbers:
        total += number
    return total / len(numbers)

print(mean([1.5]), mean([1.5, 2.5]))
