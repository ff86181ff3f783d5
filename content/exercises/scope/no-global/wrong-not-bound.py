# feedback: line 1 of the output: expected '12', got '0'
total = 0

def add(total, amount):
    return total + amount

add(total, 5)
add(total, 7)
print(total)
