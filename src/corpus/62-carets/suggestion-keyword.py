print("a", seq="-")
