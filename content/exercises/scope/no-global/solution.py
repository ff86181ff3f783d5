total = 0

def add(total, amount):
    return total + amount

total = add(total, 5)
total = add(total, 7)
print(total)
