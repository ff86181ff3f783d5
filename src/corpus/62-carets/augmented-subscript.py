d = {"k": None}
d["k"] -= 1
