print("deep __init__")
NAME = "deep"
