class A:
    v = 3

print(A().v())
