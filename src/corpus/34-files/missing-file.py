print("opening")
with open("nothing-here.txt") as f:
    print(f.read())
