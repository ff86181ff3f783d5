w = "x"
print(f"{3.5:{w}}")
