# feedback: the additions after a hundred calls: expected BINARY_OP_ADD_FLOAT, got BINARY_OP
def mean(numbers):
    total = 0j
    for number in numbers:
        total += number
    return (total / len(numbers)).real
