def grade(n):
    if n >= 90:
        return "A"
    elif n >= 80:
        return "B"
    elif n >= 70:
        return "C"
    else:
        return "F"


print([grade(n) for n in (95, 90, 85, 70, 10)])
x = 5
if x > 3:
    if x > 10:
        print("big")
    else:
        print("middle")
if x:
    pass
else:
    print("never")
print("odd" if x % 2 else "even", "pos" if x > 0 else "zero" if x == 0 else "neg")
if (n := len("hello")) > 3:
    print("walrus", n)
if not x == 5 or x:
    print("or")
if 0: print("no")
elif "": print("no")
else: print("constants")
