print("hello from greet")
