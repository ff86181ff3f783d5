# a comment
print("a")  # after code

x = (1 +
     2 +
     3)
y = 1 + \
    2
print(x, y); print("same line")
if x == 6: print("short body")
"""a string on its own
does nothing"""
'and' ' another'
print("""three
lines \
joined""")
