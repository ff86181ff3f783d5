d = [1]
print(d  [ 3 ])
