print("e\u0301 é", "é" * "x")
