# feedback: no function binds a global name
total = 0

def add(amount):
    global total
    total = total + amount

add(5)
add(7)
print(total)
