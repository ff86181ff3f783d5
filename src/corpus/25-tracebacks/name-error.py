print("start")
total = 5
print(totl)
