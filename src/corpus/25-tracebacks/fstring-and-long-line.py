items = ["pen", "book", "lamp", "chair", "table", "window", "door", "mirror", "carpet", "shelf"]
price = {"pen": 1, "book": 2}
print(f"The {items[0]} costs {price[items[0]]}, the {items[1]} costs {price[items[1]]}, and the {items[2]} costs {price[items[2]]}")
