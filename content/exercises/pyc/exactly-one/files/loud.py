print("LOUD")
