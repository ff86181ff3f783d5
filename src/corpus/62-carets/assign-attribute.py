x = object()
x.value = 1 + 1
