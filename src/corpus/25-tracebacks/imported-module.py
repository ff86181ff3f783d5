import helper

print(helper.double(4))
print(helper.divide(1, 0))
