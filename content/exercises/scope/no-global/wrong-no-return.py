# feedback: TypeError
total = 0

def add(total, amount):
    total = total + amount

total = add(total, 5)
total = add(total, 7)
print(total)
