counter = 1
print(couter)
