total = 0

def add(amount):
    total = total + amount

add(5)
add(7)
print(total)
