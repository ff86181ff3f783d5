x = "abc"
y = 1 + -x
