# feedback: there is an addition in the loop
def mean(numbers):
    return sum(numbers) / len(numbers)
