# feedback: number of parameters of add: expected 2, got 1
total = [0]

def add(amount):
    total[0] = total[0] + amount

add(5)
add(7)
print(total[0])
